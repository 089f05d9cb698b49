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
INSERT INTO "draft" VALUES('bcfa70ed-974c-4c1d-9a93-a41f74678bef',1,'bc5df41a7587223739138e78245bc240d3ec809da06dd05d47e12174c4f26096','6051fda3-ada9-4881-b157-2e2b972b40ca','lightbulb','half a thought',NULL,NULL,'',0);
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
INSERT INTO "feedback" VALUES('2e7c86ae-3197-4b3a-a4d5-cd94812883cf',1,'c993c53229299e33c52431475de895742c07fa7b1d1858ca330cbcfe9afe2bb5','6051fda3-ada9-4881-b157-2e2b972b40ca','heard','I was.',NULL,'','','');
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
INSERT INTO "lightbulb" VALUES('a1ed3bb0-f344-43b2-b4e1-d5e3675f8a3f',1,'dc838b674b06c485bd8168de625dc43e00b4015cfef92c2d0b330a27491e5e39','6051fda3-ada9-4881-b157-2e2b972b40ca','difficult','afraid','efc208b3-e169-4748-8a59-40dc84058426','nurse',NULL,'','','');
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
INSERT INTO "parked_topic" VALUES('ac3e5a3b-259f-4537-8304-574a6eba1e14',1,'75344b0d6f8128ac0e223493993da91937296c148f81409149dc34b30b7e0274','6051fda3-ada9-4881-b157-2e2b972b40ca','Parking','efc208b3-e169-4748-8a59-40dc84058426','','','','');
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
INSERT INTO "played_deck" VALUES('46106273-9a12-4320-837b-c87b9fc664d8',1,'60606da2a14551508e541f91ab79d5d34ddd70ae2b729cd0d1a72a8e2d9ef3b6','6051fda3-ada9-4881-b157-2e2b972b40ca','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","framework":[],"id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","framework":[],"id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","framework":[],"id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","framework":[],"id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","framework":[],"id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","framework":[],"id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","framework":[],"id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","framework":[],"id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"purpose":"","reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
INSERT INTO "played_deck" VALUES('dd1bca70-0508-4b4d-996d-f9721661c8fc',1,'5128a5131354198712f521d7698018e628d411a080a6fde0464c986aaeba3ec1','6051fda3-ada9-4881-b157-2e2b972b40ca','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","framework":[],"id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","framework":[],"id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","framework":[],"id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","framework":[],"id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","framework":[],"id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","framework":[],"id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","framework":[],"id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","framework":[],"id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"purpose":"","reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
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
INSERT INTO "pledge" VALUES('f85c3048-69f7-4b30-916a-54e3b8337a7f',1,'6e546cf9fe9ed21d7293b078f282502c161e2ceb5d50e0b0671d047291d7edf3','6051fda3-ada9-4881-b157-2e2b972b40ca','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open","was":""}]','efc208b3-e169-4748-8a59-40dc84058426','','','','the ward rings','me',NULL,NULL);
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
INSERT INTO "pledge_update" VALUES('6f87c950-4708-4b9b-b001-f457aab5d20a',1,'7ed599c5045d0d1be5fed7ebd5834998e21dd397b763e4c2ca221dca77b3dd1b','6051fda3-ada9-4881-b157-2e2b972b40ca','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','2026-03-02','stuck','Nobody had the number.','','','','');
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
INSERT INTO "rating" VALUES('111b347e-44ff-40be-9b78-513cdcf38c16',1,'af949c0eb8ee3aee2f1826bf6d5f1b0c8dbff4d62accc2ccdb76cdcfd4be0e45','6051fda3-ada9-4881-b157-2e2b972b40ca','home','nurse',7,'before');
INSERT INTO "rating" VALUES('2a5d76e2-9688-4341-8139-d5def4dd46de',1,'d11bac29981a82db0694e4cf8ebc5cd107e0bc5be6a7282153e811bf04b20a6c','6051fda3-ada9-4881-b157-2e2b972b40ca','home','nurse',3,'before');
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
INSERT INTO "response" VALUES('00e8abb3-5501-411e-a973-5fe79367da96',1,'6f65130d8ca7337f1e0cca12b7a386ba15d2729f20ccd0729baacb853b7af591','6051fda3-ada9-4881-b157-2e2b972b40ca','efc208b3-e169-4748-8a59-40dc84058426','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'','','');
INSERT INTO "response" VALUES('928653e2-449a-4239-b5a6-0e8800a0b98d',1,'da87d1ba8ac019010f38281f9bda7f4c3c50b2a3abce3e7fecf0500bb826f492','6051fda3-ada9-4881-b157-2e2b972b40ca','efc208b3-e169-4748-8a59-40dc84058426','nurse','I want my own bed.',1,NULL,'shoes',0,'','','');
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
INSERT INTO "seat" VALUES('d2e43c28-6065-47e7-be1b-e61e1235198d',1,'cd83ee7e0194d149a54af823d3aa8492ff09f999a0e3d58fd089d90e19cd98e8','6051fda3-ada9-4881-b157-2e2b972b40ca',2,'Tom','','service','','here');
INSERT INTO "seat" VALUES('d814ff20-3218-46a5-9b83-49836c0ccb08',1,'ab47759dfc8089fde62475a84f39ea4cf3242f485f5f671328d51457093fbf63','6051fda3-ada9-4881-b157-2e2b972b40ca',3,'Bea','',NULL,'','here');
INSERT INTO "seat" VALUES('d9e1d26b-8889-4d9a-9140-42144e3272c7',1,'88880b0f14e686b433667f3e7383501a359b9461bdd2f90c4182acad5427f37e','6051fda3-ada9-4881-b157-2e2b972b40ca',1,'Asha','','lived','','here');
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
INSERT INTO "session" VALUES('6051fda3-ada9-4881-b157-2e2b972b40ca',4,'fffa2a982699c0a62c555a5962f0cacd72b4685ea753c056e4be2c7b4abf2c65','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-12-01T03:42:36.084159Z',17,33,'',0,'','');
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
INSERT INTO "step" VALUES('6051fda3-ada9-4881-b157-2e2b972b40ca',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"efc208b3-e169-4748-8a59-40dc84058426","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"d9e1d26b-8889-4d9a-9140-42144e3272c7","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"efc208b3-e169-4748-8a59-40dc84058426","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"d9e1d26b-8889-4d9a-9140-42144e3272c7","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','73de724df3b497d690a4b0dd27e63c64273b1e17ad7b168adc50e0d2832129e8');
INSERT INTO "step" VALUES('6051fda3-ada9-4881-b157-2e2b972b40ca',9,'Say',0,0,'[{"after":{"id":"928653e2-449a-4239-b5a6-0e8800a0b98d","place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"I want my own bed.","turn":"efc208b3-e169-4748-8a59-40dc84058426","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','55fd0dcc5fd37b5cb5b1ed13da2e24910dbfeabf0257def931998f6c39d2882f');
INSERT INTO "step" VALUES('6051fda3-ada9-4881-b157-2e2b972b40ca',10,'Say',0,0,'[{"after":{"id":"00e8abb3-5501-411e-a973-5fe79367da96","place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"efc208b3-e169-4748-8a59-40dc84058426","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','3256cad3beec44f976af8fb196ccc975c588a13bb15c89d9695b9f8d125ba610');
INSERT INTO "step" VALUES('6051fda3-ada9-4881-b157-2e2b972b40ca',11,'AddLightbulb',0,0,'[{"after":{"id":"a1ed3bb0-f344-43b2-b4e1-d5e3675f8a3f","now_see":"afraid","response":null,"review":"","revision":1,"shared_text":"","shoes":"nurse","tag":"","turn":"efc208b3-e169-4748-8a59-40dc84058426","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','96d8eea54a9f647d60742a624511342c5b53cfb099f7fd4eb7e0c3ef88d95753');
INSERT INTO "step" VALUES('6051fda3-ada9-4881-b157-2e2b972b40ca',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"ac3e5a3b-259f-4537-8304-574a6eba1e14","review":"","revision":1,"shared_text":"","tag":"","text":"Parking","turn":"efc208b3-e169-4748-8a59-40dc84058426"},"before":null,"kind":"parked_topic"}]','b2c07ac1fc951821bc1f378b9c8099c10deb983fcba9b3f5fcac8f7c7af2eeb6');
INSERT INTO "step" VALUES('6051fda3-ada9-4881-b157-2e2b972b40ca',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","condition":"the ward rings","history":[{"note":"","on":"2026-03-02","state":"open","was":""}],"horizon":"now","id":"f85c3048-69f7-4b30-916a-54e3b8337a7f","lightbulb":null,"owner":"Tom","response":null,"review":"","revision":1,"scope":"me","shared_text":"","state":"open","tag":"","text":"I will ring.","turn":"efc208b3-e169-4748-8a59-40dc84058426"},"before":null,"kind":"pledge"}]','06641433a2d9ea2b80eae5c1c230c714e78b3eaa11fdd7ecb31792456be329e9');
INSERT INTO "step" VALUES('6051fda3-ada9-4881-b157-2e2b972b40ca',14,'UpdatePledge',0,0,'[{"after":{"id":"6f87c950-4708-4b9b-b001-f457aab5d20a","made_in":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","note":"Nobody had the number.","on":"2026-03-02","pledge":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","review":"","revision":1,"shared_text":"","state":"stuck","tag":"","text":""},"before":null,"kind":"pledge_update"}]','deb696a87cdcddfe5aa128103230fb0490fadc435c986a3da6a7a517552bf542');
INSERT INTO "step" VALUES('6051fda3-ada9-4881-b157-2e2b972b40ca',15,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"d80cda3c-4c0d-4466-b367-781c329c5586","review":"","revision":1,"shared_text":"","tag":"","text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','56eeba240f9e96a450fb7671d01258a7466f6e90badf920662377229b3b08cd8');
INSERT INTO "step" VALUES('6051fda3-ada9-4881-b157-2e2b972b40ca',16,'Rate',0,0,'[{"after":{"deck":"home","id":"2a5d76e2-9688-4341-8139-d5def4dd46de","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"111b347e-44ff-40be-9b78-513cdcf38c16","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','012bf20be9f748d104a080093c77a9597f36769651f904e44f8c5e3e252c1f8f');
INSERT INTO "step" VALUES('6051fda3-ada9-4881-b157-2e2b972b40ca',17,'GiveFeedback',0,0,'[{"after":{"id":"2e7c86ae-3197-4b3a-a4d5-cd94812883cf","kind":"heard","review":"","revision":1,"seat":null,"shared_text":"","tag":"","text":"I was."},"before":null,"kind":"feedback"}]','09bb4f86e5df481ad41e047927a795bfbc8facde50c8f171e9305c9b4d057968');
INSERT INTO "step" VALUES('6051fda3-ada9-4881-b157-2e2b972b40ca',18,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"efc208b3-e169-4748-8a59-40dc84058426","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"d9e1d26b-8889-4d9a-9140-42144e3272c7","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"efc208b3-e169-4748-8a59-40dc84058426","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"d9e1d26b-8889-4d9a-9140-42144e3272c7","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"d80cda3c-4c0d-4466-b367-781c329c5586","deck":"town","ended":null,"id":"57915961-8b6d-4aea-aea7-e4370cb675b4","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"d2e43c28-6065-47e7-be1b-e61e1235198d","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','fd3c4cb56cb87ab8d87a16004dcb7425e812f9cf580ab58e6deb12f66a317b8f');
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
INSERT INTO "turn" VALUES('57915961-8b6d-4aea-aea7-e4370cb675b4',1,'a8103eea82f867dd58c3cd4a108e43fbaf52fb35474ad0eb3ae9805344f0258e','6051fda3-ada9-4881-b157-2e2b972b40ca',2,'town','d80cda3c-4c0d-4466-b367-781c329c5586','d2e43c28-6065-47e7-be1b-e61e1235198d','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
INSERT INTO "turn" VALUES('efc208b3-e169-4748-8a59-40dc84058426',4,'fd531711dcb1a3ab01c0826706c83b0eb1cac5f56fe53bf57bb4d76c382862ae','6051fda3-ada9-4881-b157-2e2b972b40ca',1,'town','cold-tea','d9e1d26b-8889-4d9a-9140-42144e3272c7','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
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
INSERT INTO "voice" VALUES('3337a45a-5e41-436d-9719-fcf21c45d039',1,'a25983de72b448ffb9a2281cc307d95c3581eb75a24d9e4ab1d833a411385874','6051fda3-ada9-4881-b157-2e2b972b40ca','d814ff20-3218-46a5-9b83-49836c0ccb08',0);
INSERT INTO "voice" VALUES('4f6bf3ec-19ab-44f0-83ef-dac345b3bec8',1,'65b57fe36336456a859dfd1ab4c18e9597dd6f7f4566be0c062fa862a514481b','6051fda3-ada9-4881-b157-2e2b972b40ca','d9e1d26b-8889-4d9a-9140-42144e3272c7',1);
INSERT INTO "voice" VALUES('f834916c-4357-4c2b-a043-dfcb247bbe0e',1,'ec4dafb1e4f2ae5fc10516a562af65d08a0777b0c982a225e0f3700848b88741','6051fda3-ada9-4881-b157-2e2b972b40ca','d2e43c28-6065-47e7-be1b-e61e1235198d',0);
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
INSERT INTO "wild_card" VALUES('d80cda3c-4c0d-4466-b367-781c329c5586',1,'d8c4b8b018dc5871eb2d23634958625eb504791931660b33462c3b556c46d0c2','6051fda3-ada9-4881-b157-2e2b972b40ca','town','Our own','The cat',1,'','','');
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
