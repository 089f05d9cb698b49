PRAGMA application_id = 2004052079;
PRAGMA user_version = 5;
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
INSERT INTO "draft" VALUES('fcfeb45d-ca46-489e-922d-37fe4766d769',1,'34e30d90ab9e2fc836a90f2e272d853a076b913b8ac5f4cf16568fbcaddecd24','05544b2f-612f-45df-b5b9-7236e8bde8e0','lightbulb','half a thought',NULL,NULL,'',0);
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
INSERT INTO "feedback" VALUES('8edb5a2a-68e0-447a-a51b-fe4758bfd985',1,'bc3249b6c9f42a0dbeea6451bad6ac33a25a615c49c3b81cfb5272c4a65b6b73','05544b2f-612f-45df-b5b9-7236e8bde8e0','heard','I was.',NULL,'','','');
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
INSERT INTO "lightbulb" VALUES('59f3676f-722f-4c34-b56c-916ca68659dc',1,'77e3c3f3cca6623e91e48c5302249b9fa61266f18d588b3311cc6d1fe1808e9b','05544b2f-612f-45df-b5b9-7236e8bde8e0','difficult','afraid','4b30f4a6-44b6-4bc1-98a9-849806b30b1a','nurse',NULL,'','','');
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
INSERT INTO "parked_topic" VALUES('1650d08c-fd2e-425b-992f-6e2fbddb793f',1,'d86762abd315b254be1c3832e20fc5ea88609aaba0fb7c9513182c397c45c35e','05544b2f-612f-45df-b5b9-7236e8bde8e0','Parking','4b30f4a6-44b6-4bc1-98a9-849806b30b1a','','','','');
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
INSERT INTO "played_deck" VALUES('8df89c97-50ee-4753-bd84-a870889ba728',1,'6bd6281f4d77d886e340a6be04cb8abb5b964e5c02979d305fbcd062b2955957','05544b2f-612f-45df-b5b9-7236e8bde8e0','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","framework":[],"id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","framework":[],"id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","framework":[],"id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","framework":[],"id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","framework":[],"id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","framework":[],"id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","framework":[],"id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","framework":[],"id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
INSERT INTO "played_deck" VALUES('ca6474fb-0960-4802-a72f-0192f78788d8',1,'810d5c293c36baeed00042bf09125085736a216213b67c6c2e0b40ea93f3a015','05544b2f-612f-45df-b5b9-7236e8bde8e0','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","framework":[],"id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","framework":[],"id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","framework":[],"id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","framework":[],"id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","framework":[],"id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","framework":[],"id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","framework":[],"id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","framework":[],"id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
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
INSERT INTO "pledge" VALUES('fb684908-d8a0-4802-b20d-158ebdfaadb5',1,'5c36ddb7fa9a523ca411aa7abdf66ad09e39d42a01298cfe89f39f3b5592950c','05544b2f-612f-45df-b5b9-7236e8bde8e0','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open","was":""}]','4b30f4a6-44b6-4bc1-98a9-849806b30b1a','','','','the ward rings','me',NULL,NULL);
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
INSERT INTO "pledge_update" VALUES('dfdaba3a-5f7e-43a9-8209-5aad05821db6',1,'69d7afcbe936fe38a256c784dcacaab772cefe512360ae3f0ed1d5641fa1c08f','05544b2f-612f-45df-b5b9-7236e8bde8e0','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','2026-03-02','stuck','Nobody had the number.','','','','');
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
INSERT INTO "rating" VALUES('b6e73bd0-2c85-44bf-9a18-af58d48f3cc7',1,'0eefc043e4f236e5c5508ccbe5483b5d5d674867b5823b491dcb1f4131481e75','05544b2f-612f-45df-b5b9-7236e8bde8e0','home','nurse',3,'before');
INSERT INTO "rating" VALUES('e4e0050e-24be-4a6f-9ff8-e6db1a339bb8',1,'a4369d64c311be1d575ead2d4a528581e0973d21ee4c1a52f44dd037251181b3','05544b2f-612f-45df-b5b9-7236e8bde8e0','home','nurse',7,'before');
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
INSERT INTO "response" VALUES('40dd11b0-fb20-47b3-8e01-d768db185475',1,'f0f15bdd533eb6d305f59098bfffa77f0be739223eca15c34c44185b4825b9a3','05544b2f-612f-45df-b5b9-7236e8bde8e0','4b30f4a6-44b6-4bc1-98a9-849806b30b1a','nurse','I want my own bed.',1,NULL,'shoes',0,'','','');
INSERT INTO "response" VALUES('55ad23ee-e668-4698-a94e-08fda40a1b02',1,'f9a9647f87894e1e3395910e87b36584af03b27e6144cbc63dafee7157f5854f','05544b2f-612f-45df-b5b9-7236e8bde8e0','4b30f4a6-44b6-4bc1-98a9-849806b30b1a','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'','','');
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
INSERT INTO "seat" VALUES('6e15810d-2ee0-46cb-85db-808758f76548',1,'ff62f88d0d8a04b0c926a57a04bbe983d5cea77c89f8ebb65d2ee4a5299550fc','05544b2f-612f-45df-b5b9-7236e8bde8e0',1,'Asha','','lived','','here');
INSERT INTO "seat" VALUES('a443a920-24f2-428a-9ca3-26cccc6ca133',1,'4a16b98dea51b8ce811be65a1b7aaba94215c42b852a32de251dfb517aeb7616','05544b2f-612f-45df-b5b9-7236e8bde8e0',2,'Tom','','service','','here');
INSERT INTO "seat" VALUES('faadc8a0-a678-4e54-8b62-a3d904694f2f',1,'2c0a176f30a59b48e0a4fe80d17f3393156921c43bd6dfbf0fcf23164d33db68','05544b2f-612f-45df-b5b9-7236e8bde8e0',3,'Bea','',NULL,'','here');
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
  PRIMARY KEY (id)
)
 WITHOUT ROWID;
INSERT INTO "session" VALUES('05544b2f-612f-45df-b5b9-7236e8bde8e0',4,'77e5ca8a776f9ebc2e839480cd27a81501e2315acc50ef300eeb70bdd432fba5','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-12-01T03:33:28.828260Z',17,33,'',0,'','');
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
INSERT INTO "step" VALUES('05544b2f-612f-45df-b5b9-7236e8bde8e0',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"4b30f4a6-44b6-4bc1-98a9-849806b30b1a","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"6e15810d-2ee0-46cb-85db-808758f76548","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"4b30f4a6-44b6-4bc1-98a9-849806b30b1a","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"6e15810d-2ee0-46cb-85db-808758f76548","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','b60e0d4e8d28b987f5617b979123ebcf47dfd047a8d8d613f0cbcf0bcc188121');
INSERT INTO "step" VALUES('05544b2f-612f-45df-b5b9-7236e8bde8e0',9,'Say',0,0,'[{"after":{"id":"40dd11b0-fb20-47b3-8e01-d768db185475","place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"I want my own bed.","turn":"4b30f4a6-44b6-4bc1-98a9-849806b30b1a","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','d438ff6129f270b287622158f542aa9d25abd2e8bc05cc1da70f20b1ce76742b');
INSERT INTO "step" VALUES('05544b2f-612f-45df-b5b9-7236e8bde8e0',10,'Say',0,0,'[{"after":{"id":"55ad23ee-e668-4698-a94e-08fda40a1b02","place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"4b30f4a6-44b6-4bc1-98a9-849806b30b1a","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','4d32bd77fd41703a8e2866050f3bf8de3d31c4c6792e41da563df26acf7f7c97');
INSERT INTO "step" VALUES('05544b2f-612f-45df-b5b9-7236e8bde8e0',11,'AddLightbulb',0,0,'[{"after":{"id":"59f3676f-722f-4c34-b56c-916ca68659dc","now_see":"afraid","response":null,"review":"","revision":1,"shared_text":"","shoes":"nurse","tag":"","turn":"4b30f4a6-44b6-4bc1-98a9-849806b30b1a","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','86e1c1036a80f4f97f18ffd7d9eede0912f9a48eda3ca59924a6b896f87a6ea4');
INSERT INTO "step" VALUES('05544b2f-612f-45df-b5b9-7236e8bde8e0',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"1650d08c-fd2e-425b-992f-6e2fbddb793f","review":"","revision":1,"shared_text":"","tag":"","text":"Parking","turn":"4b30f4a6-44b6-4bc1-98a9-849806b30b1a"},"before":null,"kind":"parked_topic"}]','131477a97d77f531173eeada6eaf4acd87e5a0f3af1701e006893ec3591cfa00');
INSERT INTO "step" VALUES('05544b2f-612f-45df-b5b9-7236e8bde8e0',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","condition":"the ward rings","history":[{"note":"","on":"2026-03-02","state":"open","was":""}],"horizon":"now","id":"fb684908-d8a0-4802-b20d-158ebdfaadb5","lightbulb":null,"owner":"Tom","response":null,"review":"","revision":1,"scope":"me","shared_text":"","state":"open","tag":"","text":"I will ring.","turn":"4b30f4a6-44b6-4bc1-98a9-849806b30b1a"},"before":null,"kind":"pledge"}]','eefc98d04be37e4ffaf15275dc9e9b4ca24f33f85d062417b11916913dcdf3e2');
INSERT INTO "step" VALUES('05544b2f-612f-45df-b5b9-7236e8bde8e0',14,'UpdatePledge',0,0,'[{"after":{"id":"dfdaba3a-5f7e-43a9-8209-5aad05821db6","made_in":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","note":"Nobody had the number.","on":"2026-03-02","pledge":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","review":"","revision":1,"shared_text":"","state":"stuck","tag":"","text":""},"before":null,"kind":"pledge_update"}]','21a4f840a454bdbafdacfce979169ad6249616f84690d89072f7987d25450e41');
INSERT INTO "step" VALUES('05544b2f-612f-45df-b5b9-7236e8bde8e0',15,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"3b0b04b5-9069-4820-b950-9e1819838124","review":"","revision":1,"shared_text":"","tag":"","text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','7357b3732ff678233a6be2aa49ba2d67a0188ea7c143c47ce7e370b8c2fe5c29');
INSERT INTO "step" VALUES('05544b2f-612f-45df-b5b9-7236e8bde8e0',16,'Rate',0,0,'[{"after":{"deck":"home","id":"b6e73bd0-2c85-44bf-9a18-af58d48f3cc7","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"e4e0050e-24be-4a6f-9ff8-e6db1a339bb8","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','d63fa06a70c68594be842aea4a28c2093530be634b241bbdbf5d16592c52fc57');
INSERT INTO "step" VALUES('05544b2f-612f-45df-b5b9-7236e8bde8e0',17,'GiveFeedback',0,0,'[{"after":{"id":"8edb5a2a-68e0-447a-a51b-fe4758bfd985","kind":"heard","review":"","revision":1,"seat":null,"shared_text":"","tag":"","text":"I was."},"before":null,"kind":"feedback"}]','50ba3ab52afa615f70a659f0eac08ac7ba606193be1e0c8bac7f29fee4067941');
INSERT INTO "step" VALUES('05544b2f-612f-45df-b5b9-7236e8bde8e0',18,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"4b30f4a6-44b6-4bc1-98a9-849806b30b1a","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"6e15810d-2ee0-46cb-85db-808758f76548","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"4b30f4a6-44b6-4bc1-98a9-849806b30b1a","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"6e15810d-2ee0-46cb-85db-808758f76548","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"3b0b04b5-9069-4820-b950-9e1819838124","deck":"town","ended":null,"id":"38750a2e-57d0-4adb-80e4-0840be950603","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"a443a920-24f2-428a-9ca3-26cccc6ca133","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','e34a9cfa539e05b29f856409de778073f04cbf43075932cc50b6c0035f071706');
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
INSERT INTO "turn" VALUES('38750a2e-57d0-4adb-80e4-0840be950603',1,'31023b35055ed028365f9da754f61298eafc530ecc54499e72f3e486e0d91a4c','05544b2f-612f-45df-b5b9-7236e8bde8e0',2,'town','3b0b04b5-9069-4820-b950-9e1819838124','a443a920-24f2-428a-9ca3-26cccc6ca133','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
INSERT INTO "turn" VALUES('4b30f4a6-44b6-4bc1-98a9-849806b30b1a',4,'ce2379bb47449891f4a2a1972b8294baf285eeba0e5a99b1e70e946f68ecfa6e','05544b2f-612f-45df-b5b9-7236e8bde8e0',1,'town','cold-tea','6e15810d-2ee0-46cb-85db-808758f76548','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
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
INSERT INTO "voice" VALUES('03043044-f64b-4aa2-926b-2ad0517e5aa7',1,'66481aeb80dd7922cc232c46a48856052a0051185fb0e1ed973d553fc7a72c14','05544b2f-612f-45df-b5b9-7236e8bde8e0','6e15810d-2ee0-46cb-85db-808758f76548',1);
INSERT INTO "voice" VALUES('5ceacff7-3482-45e2-adb8-95b727ada694',1,'299ea028b5c5ee3cd244377178cfaaa77a581d966ed4acf8f3909e951ee8f288','05544b2f-612f-45df-b5b9-7236e8bde8e0','a443a920-24f2-428a-9ca3-26cccc6ca133',0);
INSERT INTO "voice" VALUES('a5b0336b-f963-4cd3-872c-9b1d6b42b658',1,'790654440dd0a5397378e85b1313d3981ea6f2b7ebac3f3ca62060ccf1c52a94','05544b2f-612f-45df-b5b9-7236e8bde8e0','faadc8a0-a678-4e54-8b62-a3d904694f2f',0);
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
INSERT INTO "wild_card" VALUES('3b0b04b5-9069-4820-b950-9e1819838124',1,'d0c89e2fb948f73119bae621fe65a25fe833fdf29902bd1e83d53be93058f3e7','05544b2f-612f-45df-b5b9-7236e8bde8e0','town','Our own','The cat',1,'','','');
CREATE INDEX ix_erased_session ON erased (session);
CREATE INDEX ix_played_deck_session ON played_deck (session);
CREATE INDEX ix_seat_session ON seat (session);
CREATE INDEX ix_turn_session ON turn (session);
CREATE INDEX ix_response_session ON response (session);
CREATE INDEX ix_evidence_session ON evidence (session);
CREATE INDEX ix_lightbulb_session ON lightbulb (session);
CREATE INDEX ix_pledge_session ON pledge (session);
CREATE INDEX ix_pledge_update_session ON pledge_update (session);
CREATE INDEX ix_parked_topic_session ON parked_topic (session);
CREATE INDEX ix_wild_card_session ON wild_card (session);
CREATE INDEX ix_rating_session ON rating (session);
CREATE INDEX ix_feedback_session ON feedback (session);
CREATE INDEX ix_voice_session ON voice (session);
CREATE INDEX ix_draft_session ON draft (session);
COMMIT;
