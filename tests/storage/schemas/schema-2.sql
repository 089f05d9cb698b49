PRAGMA application_id = 2004052079;
PRAGMA user_version = 2;
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
INSERT INTO "draft" VALUES('f8ea60b0-234d-4cff-9193-8d4dd059863e',1,'4058f551ef7ec6b21df4875fface10e3b61056427e48154738d901b1c7108028','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','lightbulb','half a thought',NULL,NULL,'',0);
CREATE TABLE erased (
  id VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  PRIMARY KEY (id)
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
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "feedback" VALUES('af0f38dc-a0bb-4655-8eee-980f0b1a2358',1,'41c888b2eec69a0da2bc99536bf4b8948ad722180504f6e7b233d8ab6bcf36d8','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','heard','I was.',NULL,'');
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
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "lightbulb" VALUES('9687b21e-2ae8-4d11-b345-8333ff303745',1,'efd9cc76a0a23ce82e3a2280313451b97e4171ca2807c8ba0eac6587745d6be5','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','difficult','afraid','981b9e31-308b-4aa2-96a8-7f2d73cd3086','nurse',NULL,'');
CREATE TABLE parked_topic (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  turn VARCHAR,
  card VARCHAR NOT NULL,
  tag VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "parked_topic" VALUES('e1cfcf4a-6a04-4d6d-8711-feacec66da93',1,'5e68317f58a3d63d1208dd02c405cc69cac1f27ff410716cd987f564f7cb695f','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','Parking','981b9e31-308b-4aa2-96a8-7f2d73cd3086','','');
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
INSERT INTO "played_deck" VALUES('35f45bb6-0bfe-420f-9bbc-519e2b83b9ad',1,'aa732951ce20d83b5bcbd8bb02200074f95f07c7f09e416d5ad9515b3dc33036','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
INSERT INTO "played_deck" VALUES('ac3eba58-503a-454b-97c5-d6c4bc4c8e4e',1,'4de984b5e8fa53ce536bbc3f020de736a2377bfef9d0d08d1dfd9103a6244ca1','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
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
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "pledge" VALUES('ad035923-782c-427c-9e08-41439f05f6ac',1,'b344de3d8752046ad60d86986b697fc200a82f02611668667657ae4d33ac543f','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open"}]','981b9e31-308b-4aa2-96a8-7f2d73cd3086','');
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
INSERT INTO "rating" VALUES('3e795ecc-d6a2-4b8a-9a88-5ccf5b7a64d6',1,'daeb5aa237ccd6c0d62923761ba40fa4ee513939fb488fdfb448b5086cb2ca10','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','home','nurse',3,'before');
INSERT INTO "rating" VALUES('e5207f96-7c8d-4590-b9a3-d7578ba072c4',1,'d21615ce21ef0b2c1ff18e450d22d0b2326af6f26701a056eaf1f0ad2e0022a2','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','home','nurse',7,'before');
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
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "response" VALUES('c0d1e1fb-845c-437c-8648-f2afabe44d4a',1,'d07fc02ea027fb4c3948bf7e1897592bd37cdd29ce591a4d07fa10eba1dd0b92','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','981b9e31-308b-4aa2-96a8-7f2d73cd3086','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'');
INSERT INTO "response" VALUES('f340ceec-1ab0-421f-9f2a-f5eb2199d68a',1,'81619429bb6378e8b27241ec5fb82361fcd7b6f1ea278d76042128b44cc487eb','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','981b9e31-308b-4aa2-96a8-7f2d73cd3086','nurse','I want my own bed.',1,NULL,'shoes',0,'');
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
INSERT INTO "seat" VALUES('7a913c03-f0f3-439b-a1d7-2b1cec0ce668',1,'515d5575fbf4fe758585f352512990b6b32562bcf6ef23564cd987d94e298e2f','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',2,'Tom','','service','','here');
INSERT INTO "seat" VALUES('acac5954-20f0-4e84-90df-67eaaa21cd8f',1,'d7b7c41eedf601aa17470bb776d380a8eb9296bc5312d7e70a1ef3e0b4382a24','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',3,'Bea','',NULL,'','here');
INSERT INTO "seat" VALUES('b530068e-4938-4a67-9513-489a5ef18ac2',1,'edf30821f0043875053bd32f1762ac6e458d4b6ed91c08319e9be0a650e045c9','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',1,'Asha','','lived','','here');
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
  records INTEGER NOT NULL,
  PRIMARY KEY (id)
)
 WITHOUT ROWID;
INSERT INTO "session" VALUES('2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',4,'56cc57979d903d76fe28ad32705fab30b4705dd0c76f6a45de8d8259c4cf5175','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-11-30T21:13:11.389160Z',31);
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
INSERT INTO "step" VALUES('2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"981b9e31-308b-4aa2-96a8-7f2d73cd3086","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"b530068e-4938-4a67-9513-489a5ef18ac2","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"981b9e31-308b-4aa2-96a8-7f2d73cd3086","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"b530068e-4938-4a67-9513-489a5ef18ac2","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','06c12503d7b2b5ed4625b2e4852bf3651ff41966f595a175b5dc4c71ec416a58');
INSERT INTO "step" VALUES('2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',9,'Say',0,0,'[{"after":{"id":"f340ceec-1ab0-421f-9f2a-f5eb2199d68a","place":1,"revision":1,"seat":null,"shoes":"nurse","tag":"","text":"I want my own bed.","turn":"981b9e31-308b-4aa2-96a8-7f2d73cd3086","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','01b784b5c41b91d6356a755d5a0885f9e5f88e7e311ef384e9f6b1d8c3d7c310');
INSERT INTO "step" VALUES('2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',10,'Say',0,0,'[{"after":{"id":"c0d1e1fb-845c-437c-8648-f2afabe44d4a","place":2,"revision":1,"seat":null,"shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"981b9e31-308b-4aa2-96a8-7f2d73cd3086","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','b2e5dd9dcb8541a601ec5b98591195d928d3d3cb314a23b8a57e645fd40ee9ea');
INSERT INTO "step" VALUES('2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',11,'AddLightbulb',0,0,'[{"after":{"id":"9687b21e-2ae8-4d11-b345-8333ff303745","now_see":"afraid","response":null,"revision":1,"shoes":"nurse","tag":"","turn":"981b9e31-308b-4aa2-96a8-7f2d73cd3086","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','6587d4be5bbbdc989f39abf99e39c9753a5b57dc99c5e8e8d1e5dc5e15305184');
INSERT INTO "step" VALUES('2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"e1cfcf4a-6a04-4d6d-8711-feacec66da93","revision":1,"tag":"","text":"Parking","turn":"981b9e31-308b-4aa2-96a8-7f2d73cd3086"},"before":null,"kind":"parked_topic"}]','073fa72c4c9f585a28eb19aaa680129664e865d7d34224adaebc514829a49fd4');
INSERT INTO "step" VALUES('2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","history":[{"note":"","on":"2026-03-02","state":"open"}],"horizon":"now","id":"ad035923-782c-427c-9e08-41439f05f6ac","owner":"Tom","revision":1,"state":"open","tag":"","text":"I will ring.","turn":"981b9e31-308b-4aa2-96a8-7f2d73cd3086"},"before":null,"kind":"pledge"}]','e8f0adf8b9cfa56789022843e60de443aa9b625f815e5abbd19c82d4c84ebe06');
INSERT INTO "step" VALUES('2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',14,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"b2c154b3-6111-47e4-b038-9136dbfc5d0c","revision":1,"text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','81cf8668689014fd812dae08b6192ef6d5a91f2ef8a7f7685b2c6398d45d805c');
INSERT INTO "step" VALUES('2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',15,'Rate',0,0,'[{"after":{"deck":"home","id":"3e795ecc-d6a2-4b8a-9a88-5ccf5b7a64d6","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"e5207f96-7c8d-4590-b9a3-d7578ba072c4","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','d8b94db875b145f8ac1a959351cd0bd89b6dc704c5a2e41e51ea163edafb3044');
INSERT INTO "step" VALUES('2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',16,'GiveFeedback',0,0,'[{"after":{"id":"af0f38dc-a0bb-4655-8eee-980f0b1a2358","kind":"heard","revision":1,"seat":null,"tag":"","text":"I was."},"before":null,"kind":"feedback"}]','f4708185561eec99fa5239498ee8da78ce48bf6288df8a243435374623228630');
INSERT INTO "step" VALUES('2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',17,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"981b9e31-308b-4aa2-96a8-7f2d73cd3086","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"b530068e-4938-4a67-9513-489a5ef18ac2","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"981b9e31-308b-4aa2-96a8-7f2d73cd3086","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"b530068e-4938-4a67-9513-489a5ef18ac2","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"b2c154b3-6111-47e4-b038-9136dbfc5d0c","deck":"town","ended":null,"id":"2e4805af-bc10-4f33-a806-feb678a03a87","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"7a913c03-f0f3-439b-a1d7-2b1cec0ce668","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','72b0269f48bd9d1e44ad04219055e0e808f513135d8dd49c49af2e9de388f643');
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
INSERT INTO "turn" VALUES('2e4805af-bc10-4f33-a806-feb678a03a87',1,'caeac072659e34c48fabe887d38208307aec38a1fad79b887945b4770749ed1c','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',2,'town','b2c154b3-6111-47e4-b038-9136dbfc5d0c','7a913c03-f0f3-439b-a1d7-2b1cec0ce668','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
INSERT INTO "turn" VALUES('981b9e31-308b-4aa2-96a8-7f2d73cd3086',4,'fb9ced6b037ebba934c8db88bbe50116dbbeeb0a9e7c3f2a54f8b314a985664f','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3',1,'town','cold-tea','b530068e-4938-4a67-9513-489a5ef18ac2','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
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
INSERT INTO "voice" VALUES('5477e0aa-f486-4fec-82d7-ae847fbefa38',1,'39d3c1229639131ae1bd549cc0ef9f884f55305dee71d5d8b58652065bbf4736','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','acac5954-20f0-4e84-90df-67eaaa21cd8f',0);
INSERT INTO "voice" VALUES('a394b1d0-4fd6-4624-8749-810c9f178f04',1,'f47d6584e3fdd4abc0b6dc47e676cd4488ba3ee2e662a4dbdf19d2b4f9adcabc','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','7a913c03-f0f3-439b-a1d7-2b1cec0ce668',0);
INSERT INTO "voice" VALUES('fd1bd46b-e873-4902-b1e9-73735ad742f3',1,'a37c5cd1ac3a8a4046976399b27e079f12571bf94a1b685c39d269b567cd8e45','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','b530068e-4938-4a67-9513-489a5ef18ac2',1);
CREATE TABLE wild_card (
  id VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  hash VARCHAR NOT NULL,
  session VARCHAR NOT NULL,
  deck VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "wild_card" VALUES('b2c154b3-6111-47e4-b038-9136dbfc5d0c',1,'9d2e9536cf365c56b584c38a6a40cb07daa3b3bd1c522b0a8b292b0182d809dc','2a7ec146-2b0f-4d6d-a285-f16a6b6f11a3','town','Our own','The cat',1);
CREATE INDEX ix_erased_session ON erased (session);
CREATE INDEX ix_played_deck_session ON played_deck (session);
CREATE INDEX ix_seat_session ON seat (session);
CREATE INDEX ix_turn_session ON turn (session);
CREATE INDEX ix_response_session ON response (session);
CREATE INDEX ix_lightbulb_session ON lightbulb (session);
CREATE INDEX ix_pledge_session ON pledge (session);
CREATE INDEX ix_parked_topic_session ON parked_topic (session);
CREATE INDEX ix_wild_card_session ON wild_card (session);
CREATE INDEX ix_rating_session ON rating (session);
CREATE INDEX ix_feedback_session ON feedback (session);
CREATE INDEX ix_voice_session ON voice (session);
CREATE INDEX ix_draft_session ON draft (session);
COMMIT;
