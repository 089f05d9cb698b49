PRAGMA application_id = 2004052079;
PRAGMA user_version = 6;
BEGIN TRANSACTION;
CREATE TABLE draft (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  turn VARCHAR,
  seat VARCHAR,
  shoes VARCHAR NOT NULL,
  handed_in BOOLEAN NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "draft" VALUES('30309646-bc40-46e2-b4f6-e23ba3924518',1,'23c6534f8c26d41715f0c7fa183c188c3bb4c62190b06d3dca54a6f4323f561a','72133c0f-2043-41af-81c6-df163e5203e5','lightbulb','half a thought',NULL,NULL,'',0);
CREATE TABLE erased (
  id VARCHAR NOT NULL,
  kind VARCHAR DEFAULT '' NOT NULL,
  session VARCHAR DEFAULT '' NOT NULL,
  PRIMARY KEY (id)
)
 WITHOUT ROWID;
CREATE TABLE evidence (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  turn VARCHAR NOT NULL,
  shoes VARCHAR NOT NULL,
  value VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  place INTEGER NOT NULL,
  seat VARCHAR,
  named BOOLEAN NOT NULL,
  withheld BOOLEAN NOT NULL,
  tag VARCHAR NOT NULL,
  review VARCHAR NOT NULL,
  shared_text VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "evidence" VALUES('7479effc-3f3f-4ced-ba0d-c81ea597d8e6',1,'e94adc56f566d51cc6a87ae24e2fbf55890605e13b424024c651d9347a9b3beb','72133c0f-2043-41af-81c6-df163e5203e5','5ffb82fa-25b8-4fd2-af4d-8bc6312172b7','nurse','information','She asked.',2,NULL,0,0,'','','');
INSERT INTO "evidence" VALUES('8f8ab898-ad19-4243-8168-1b2a6f6d573e',1,'72931a3cf2a2cea75f68aa00d57c737f3c0046885cbd2305b074f142c1ba81fc','72133c0f-2043-41af-81c6-df163e5203e5','5ffb82fa-25b8-4fd2-af4d-8bc6312172b7','nurse','independence','And waited.',1,NULL,0,0,'','','');
CREATE TABLE feedback (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  seat VARCHAR,
  tag VARCHAR NOT NULL,
  review VARCHAR NOT NULL,
  shared_text VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "feedback" VALUES('b729455e-7ca4-4b92-b1ae-e976225aeb03',1,'6b09fc616ada868ea79d3d3b38c024d0b4d9d56bb56e1b299c8e4aaec07d1cd8','72133c0f-2043-41af-81c6-df163e5203e5','heard','I was.',NULL,'','','');
CREATE TABLE lightbulb (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  used_to_think VARCHAR NOT NULL,
  now_see VARCHAR NOT NULL,
  turn VARCHAR,
  shoes VARCHAR NOT NULL,
  response VARCHAR,
  tag VARCHAR NOT NULL,
  review VARCHAR NOT NULL,
  shared_text VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "lightbulb" VALUES('31da22ed-631b-4375-9718-368477f31962',1,'0679cb25a8cbb939f2e3bf9c0768225f35d86274b9a9f375b9ecf276e5ac80ea','72133c0f-2043-41af-81c6-df163e5203e5','difficult','afraid','5ffb82fa-25b8-4fd2-af4d-8bc6312172b7','nurse',NULL,'','','');
CREATE TABLE parked_topic (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  turn VARCHAR,
  card VARCHAR NOT NULL,
  tag VARCHAR NOT NULL,
  review VARCHAR NOT NULL,
  shared_text VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "parked_topic" VALUES('ec409ca3-eca3-418e-981d-a25be3888020',1,'3a52e998dd906b16108f50ba756453d9916ab3dc5d229814f5017936057b5566','72133c0f-2043-41af-81c6-df163e5203e5','Parking','5ffb82fa-25b8-4fd2-af4d-8bc6312172b7','','','','');
CREATE TABLE played_deck (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  deck VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "played_deck" VALUES('4fe9016b-cee1-4074-8aa7-29cd6f843abd',1,'56bab15d9842f03241999d8ba56004cee578f59e3c360975c5e0665433890822','72133c0f-2043-41af-81c6-df163e5203e5','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","framework":[],"id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","framework":[],"id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","framework":[],"id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","framework":[],"id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","framework":[],"id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","framework":[],"id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","framework":[],"id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","framework":[],"id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"purpose":"","reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
INSERT INTO "played_deck" VALUES('b5737b2c-da54-45d3-8280-51f4f47f3189',1,'e417fe0b4ec35b437748f8ac278400dfae8a9ebcd8ac31b3c590e337fda48143','72133c0f-2043-41af-81c6-df163e5203e5','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","framework":[],"id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","framework":[],"id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","framework":[],"id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","framework":[],"id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","framework":[],"id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","framework":[],"id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","framework":[],"id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","framework":[],"id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"purpose":"","reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
CREATE TABLE pledge (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  owner VARCHAR NOT NULL,
  by_when VARCHAR,
  horizon VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  history VARCHAR NOT NULL,
  turn VARCHAR,
  tag VARCHAR NOT NULL,
  review VARCHAR NOT NULL,
  shared_text VARCHAR NOT NULL,
  condition VARCHAR NOT NULL,
  scope VARCHAR NOT NULL,
  lightbulb VARCHAR,
  response VARCHAR,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "pledge" VALUES('910c391d-6ae2-492f-a65e-6b979aa66b0f',1,'bc4fb06380062577ca554c9390c020320e598ba718d122390f6a7db430c21cb8','72133c0f-2043-41af-81c6-df163e5203e5','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open","was":""}]','5ffb82fa-25b8-4fd2-af4d-8bc6312172b7','','','','the ward rings','me',NULL,NULL);
CREATE TABLE pledge_update (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  pledge VARCHAR NOT NULL,
  made_in VARCHAR NOT NULL,
  "on" VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  tag VARCHAR NOT NULL,
  review VARCHAR NOT NULL,
  shared_text VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "pledge_update" VALUES('7c002a9a-64f8-454a-acf2-7c5c8ca0a3bd',1,'ba0dca216acb53975664782c60f0d414abb7828546238d9613708c42f202e823','72133c0f-2043-41af-81c6-df163e5203e5','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','2026-03-02','stuck','Nobody had the number.','','','','');
CREATE TABLE rating (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  deck VARCHAR NOT NULL,
  shoes VARCHAR NOT NULL,
  value INTEGER NOT NULL,
  "when" VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "rating" VALUES('c1293858-8318-4ed5-a36d-52f9cbc66f98',1,'750870f29fd422bf6412036bd7972e685429c5e5bf96fa49a373b203f7142950','72133c0f-2043-41af-81c6-df163e5203e5','home','nurse',7,'before');
INSERT INTO "rating" VALUES('ffeedfbf-d769-4e7c-b7a5-be0146b8e921',1,'0d13269a2cec0f4932c15b51686d9889275e4afff3101a579529d82e8eca3bbb','72133c0f-2043-41af-81c6-df163e5203e5','home','nurse',3,'before');
CREATE TABLE response (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  turn VARCHAR NOT NULL,
  shoes VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  place INTEGER NOT NULL,
  seat VARCHAR,
  visibility VARCHAR NOT NULL,
  written_first BOOLEAN NOT NULL,
  tag VARCHAR NOT NULL,
  review VARCHAR NOT NULL,
  shared_text VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "response" VALUES('3293a28a-9206-4f79-a505-2763eed86243',1,'91e61c0d0ecd75b4fee3589f7136154183b5fb98bd3d3686491df2bf60368c30','72133c0f-2043-41af-81c6-df163e5203e5','5ffb82fa-25b8-4fd2-af4d-8bc6312172b7','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'','','');
INSERT INTO "response" VALUES('a9a7c9f2-3749-49a2-a9dc-5892bf60bc35',1,'bde8014200f5798d5ead629c5eb233b3a625d9d16f120b0f86a59de90e1c11c7','72133c0f-2043-41af-81c6-df163e5203e5','5ffb82fa-25b8-4fd2-af4d-8bc6312172b7','nurse','I want my own bed.',1,NULL,'shoes',0,'','','');
CREATE TABLE seat (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  number INTEGER NOT NULL,
  label VARCHAR NOT NULL,
  role VARCHAR NOT NULL,
  side VARCHAR,
  needs VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "seat" VALUES('6660faa9-1df3-4a66-8063-456bcbafe0b8',1,'8ff5fe4660bdf290d6cfab7d74cebefc0de7f7a2c1d64eb8ae4fd7be2bd7a6fd','72133c0f-2043-41af-81c6-df163e5203e5',1,'Asha','','lived','','here');
INSERT INTO "seat" VALUES('d3236e84-699a-41d7-993c-b38b0b128c1c',1,'cfbf85c61fef46903d2913bb677706546f98505ba80dc23584b28f71cfb8a497','72133c0f-2043-41af-81c6-df163e5203e5',3,'Bea','',NULL,'','here');
INSERT INTO "seat" VALUES('f916fee9-b062-49c9-887d-17d9404bc70c',1,'08a768d3155243b6daf747778f99b853b2b931025025e9a559f9be7ddbd40593','72133c0f-2043-41af-81c6-df163e5203e5',2,'Tom','','service','','here');
CREATE TABLE session (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  created VARCHAR NOT NULL,
  "order" VARCHAR NOT NULL,
  seed BIGINT NOT NULL,
  planned_turns INTEGER NOT NULL,
  write_first BOOLEAN NOT NULL,
  visibility VARCHAR NOT NULL,
  retention_days INTEGER NOT NULL,
  agreements VARCHAR NOT NULL,
  consented BOOLEAN NOT NULL,
  language VARCHAR NOT NULL,
  programme VARCHAR NOT NULL,
  parent VARCHAR,
  paused_at VARCHAR,
  closed VARCHAR,
  saved VARCHAR NOT NULL,
  commit_number BIGINT NOT NULL,
  records INTEGER NOT NULL,
  place VARCHAR NOT NULL,
  typed_up BOOLEAN NOT NULL,
  version VARCHAR NOT NULL,
  candidate VARCHAR NOT NULL,
  planned_minutes INTEGER NOT NULL,
  PRIMARY KEY (id)
)
 WITHOUT ROWID;
INSERT INTO "session" VALUES('72133c0f-2043-41af-81c6-df163e5203e5',5,'9df33a3c88870f5546868c1b674edd8e7cee28aeec4b33de9f39ba16af2cf85b','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,4,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-12-01T06:56:02.245826Z',16,35,'',0,'','d3236e84-699a-41d7-993c-b38b0b128c1c',90);
CREATE TABLE step (
  session VARCHAR NOT NULL,
  number INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  final BOOLEAN NOT NULL,
  undone BOOLEAN NOT NULL,
  changes VARCHAR NOT NULL,
  hash VARCHAR NOT NULL,
  PRIMARY KEY (session, number),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "step" VALUES('72133c0f-2043-41af-81c6-df163e5203e5',9,'Reveal',1,0,'[{"after":{"id":"8f8ab898-ad19-4243-8168-1b2a6f6d573e","named":false,"place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"And waited.","turn":"5ffb82fa-25b8-4fd2-af4d-8bc6312172b7","value":"independence","withheld":false},"before":null,"kind":"evidence"},{"after":{"id":"7479effc-3f3f-4ced-ba0d-c81ea597d8e6","named":false,"place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"She asked.","turn":"5ffb82fa-25b8-4fd2-af4d-8bc6312172b7","value":"information","withheld":false},"before":null,"kind":"evidence"},{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"5ffb82fa-25b8-4fd2-af4d-8bc6312172b7","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"d3236e84-699a-41d7-993c-b38b0b128c1c","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"5ffb82fa-25b8-4fd2-af4d-8bc6312172b7","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"d3236e84-699a-41d7-993c-b38b0b128c1c","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','6451b5a9f3b1c18a3184033cd45816ed502e2d1ee799a3cea5a015f7a09381b6');
INSERT INTO "step" VALUES('72133c0f-2043-41af-81c6-df163e5203e5',10,'Say',0,0,'[{"after":{"id":"a9a7c9f2-3749-49a2-a9dc-5892bf60bc35","place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"I want my own bed.","turn":"5ffb82fa-25b8-4fd2-af4d-8bc6312172b7","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','0d3594680bb25bb630fabb46c55deaabedcaf6b63f9b970e4769ae7828c8fd30');
INSERT INTO "step" VALUES('72133c0f-2043-41af-81c6-df163e5203e5',11,'Say',0,0,'[{"after":{"id":"3293a28a-9206-4f79-a505-2763eed86243","place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"5ffb82fa-25b8-4fd2-af4d-8bc6312172b7","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','c2b28ae64fd9032c3f2dcf635bb888eb8f42cb7fa0b9a28d546e1f1a69caebdf');
INSERT INTO "step" VALUES('72133c0f-2043-41af-81c6-df163e5203e5',12,'AddLightbulb',0,0,'[{"after":{"id":"31da22ed-631b-4375-9718-368477f31962","now_see":"afraid","response":null,"review":"","revision":1,"shared_text":"","shoes":"nurse","tag":"","turn":"5ffb82fa-25b8-4fd2-af4d-8bc6312172b7","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','a34f63365d1eef7a6df46d59ae6f5f44eed6c3ba839a77e2e15c502f1e8b0ad0');
INSERT INTO "step" VALUES('72133c0f-2043-41af-81c6-df163e5203e5',13,'ParkTopic',0,0,'[{"after":{"card":"","id":"ec409ca3-eca3-418e-981d-a25be3888020","review":"","revision":1,"shared_text":"","tag":"","text":"Parking","turn":"5ffb82fa-25b8-4fd2-af4d-8bc6312172b7"},"before":null,"kind":"parked_topic"}]','d62fd8834485210c462326e61109c8304988f130a3310fea973e0ca8c25f7d68');
INSERT INTO "step" VALUES('72133c0f-2043-41af-81c6-df163e5203e5',14,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","condition":"the ward rings","history":[{"note":"","on":"2026-03-02","state":"open","was":""}],"horizon":"now","id":"910c391d-6ae2-492f-a65e-6b979aa66b0f","lightbulb":null,"owner":"Tom","response":null,"review":"","revision":1,"scope":"me","shared_text":"","state":"open","tag":"","text":"I will ring.","turn":"5ffb82fa-25b8-4fd2-af4d-8bc6312172b7"},"before":null,"kind":"pledge"}]','4be6a4c56264dbbef2b99557f8b218eb5ff8c87c0fe4250efd608442b867e99a');
INSERT INTO "step" VALUES('72133c0f-2043-41af-81c6-df163e5203e5',15,'UpdatePledge',0,0,'[{"after":{"id":"7c002a9a-64f8-454a-acf2-7c5c8ca0a3bd","made_in":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","note":"Nobody had the number.","on":"2026-03-02","pledge":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","review":"","revision":1,"shared_text":"","state":"stuck","tag":"","text":""},"before":null,"kind":"pledge_update"}]','6dd716713f665d91889b0881d58913d80f8ab647bf0c62e1cc1a1a50ec696bff');
INSERT INTO "step" VALUES('72133c0f-2043-41af-81c6-df163e5203e5',16,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"7f9e7430-e8ec-4c4b-8a32-a534ddc66b95","review":"","revision":1,"shared_text":"","tag":"","text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','c3a763ddfac7e88e1d4c452770e1528a2cd152418392595db31ecd4c3191f61e');
INSERT INTO "step" VALUES('72133c0f-2043-41af-81c6-df163e5203e5',17,'Rate',0,0,'[{"after":{"deck":"home","id":"ffeedfbf-d769-4e7c-b7a5-be0146b8e921","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"c1293858-8318-4ed5-a36d-52f9cbc66f98","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','afd9b43ae9d649971e2465db24dd383cefea744247950cbdf0f08a8b6c108073');
INSERT INTO "step" VALUES('72133c0f-2043-41af-81c6-df163e5203e5',18,'GiveFeedback',0,0,'[{"after":{"id":"b729455e-7ca4-4b92-b1ae-e976225aeb03","kind":"heard","review":"","revision":1,"seat":null,"shared_text":"","tag":"","text":"I was."},"before":null,"kind":"feedback"}]','8be722a63066401872754fd90f0b6b8bcf476708661508f20bca0f4846bad7f0');
INSERT INTO "step" VALUES('72133c0f-2043-41af-81c6-df163e5203e5',19,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"5ffb82fa-25b8-4fd2-af4d-8bc6312172b7","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"d3236e84-699a-41d7-993c-b38b0b128c1c","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"5ffb82fa-25b8-4fd2-af4d-8bc6312172b7","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"d3236e84-699a-41d7-993c-b38b0b128c1c","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"7f9e7430-e8ec-4c4b-8a32-a534ddc66b95","deck":"town","ended":null,"id":"a27fe546-6aca-4239-b57c-58ade467a7b2","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"d3236e84-699a-41d7-993c-b38b0b128c1c","shoes":"manager","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','19c3c89298a35f2205a8576de7fa6d2be50e9218593f40790c0a2ea9f914fcb3');
CREATE TABLE turn (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  number INTEGER NOT NULL,
  deck VARCHAR NOT NULL,
  card VARCHAR NOT NULL,
  seat VARCHAR,
  shoes VARCHAR NOT NULL,
  started VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  phase VARCHAR NOT NULL,
  prompt INTEGER NOT NULL,
  swap_of VARCHAR,
  ended VARCHAR,
  paused_seconds INTEGER NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "turn" VALUES('5ffb82fa-25b8-4fd2-af4d-8bc6312172b7',4,'bb901be65847679181f9c351ee9d226cf6c858d54c84bb316e31beae91ea211d','72133c0f-2043-41af-81c6-df163e5203e5',1,'town','cold-tea','d3236e84-699a-41d7-993c-b38b0b128c1c','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
INSERT INTO "turn" VALUES('a27fe546-6aca-4239-b57c-58ade467a7b2',1,'0c793339549dca98ef65c26ee255d9286d8b4ea54b5c81917c416e416c9ce7da','72133c0f-2043-41af-81c6-df163e5203e5',2,'town','7f9e7430-e8ec-4c4b-8a32-a534ddc66b95','d3236e84-699a-41d7-993c-b38b0b128c1c','manager','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
CREATE TABLE voice (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  seat VARCHAR NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "voice" VALUES('7cdcd08d-f3f8-41e7-b726-6b006a4a73c4',1,'7c86c89f3404d0228cd9353644a600b9c64eebffd1a691684361fb12d163a895','72133c0f-2043-41af-81c6-df163e5203e5','f916fee9-b062-49c9-887d-17d9404bc70c',0);
INSERT INTO "voice" VALUES('7d04c6e3-8559-4f86-93ed-54fc8c6a1288',1,'23a7728e32a191fa5fcc72694bc855f370435aabc3c30c30c6e43b06cfcf0d91','72133c0f-2043-41af-81c6-df163e5203e5','6660faa9-1df3-4a66-8063-456bcbafe0b8',1);
INSERT INTO "voice" VALUES('9b659200-1fac-4b87-9382-b46892d7342e',1,'fb00f0059c7e776f54dd60f87f1e0feaac0fd55bdbc112be675bd9b49dd00524','72133c0f-2043-41af-81c6-df163e5203e5','d3236e84-699a-41d7-993c-b38b0b128c1c',1);
CREATE TABLE wild_card (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  deck VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL,
  tag VARCHAR NOT NULL,
  review VARCHAR NOT NULL,
  shared_text VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "wild_card" VALUES('7f9e7430-e8ec-4c4b-8a32-a534ddc66b95',1,'0b9d8fad160070efc3c20d9ab182946b4805a72157829e30b39bf0f56c901e6a','72133c0f-2043-41af-81c6-df163e5203e5','town','Our own','The cat',1,'','','');
CREATE INDEX ix_erased_session ON erased (session);
CREATE INDEX ix_played_deck_session ON played_deck (session);
CREATE INDEX ix_seat_session ON seat (session);
CREATE INDEX ix_turn_session ON turn (session);
CREATE INDEX ix_response_session ON response (session);
CREATE INDEX ix_lightbulb_session ON lightbulb (session);
CREATE INDEX ix_pledge_session ON pledge (session);
CREATE INDEX ix_pledge_update_session ON pledge_update (session);
CREATE INDEX ix_parked_topic_session ON parked_topic (session);
CREATE INDEX ix_wild_card_session ON wild_card (session);
CREATE INDEX ix_rating_session ON rating (session);
CREATE INDEX ix_feedback_session ON feedback (session);
CREATE INDEX ix_voice_session ON voice (session);
CREATE INDEX ix_draft_session ON draft (session);
CREATE INDEX ix_evidence_session ON evidence (session);
COMMIT;
