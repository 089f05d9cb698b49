PRAGMA application_id = 2004052079;
PRAGMA user_version = 4;
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
INSERT INTO "draft" VALUES('e1c42e63-a98e-4e0a-a5d8-cba2b4951c5b',1,'e5fd4c4f30570311adf46a83f6ab0abb7899ca91f5f04c5327c42af92c4a721e','af994d3c-afcc-42e2-959e-0fda7cd022b3','lightbulb','half a thought',NULL,NULL,'',0);
CREATE TABLE erased (
  id VARCHAR NOT NULL,
  kind VARCHAR DEFAULT '' NOT NULL,
  session VARCHAR DEFAULT '' NOT NULL,
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
  review VARCHAR NOT NULL,
  shared_text VARCHAR NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "feedback" VALUES('25eecf43-c285-4abe-bbc7-7689e75a1879',1,'28420a1ee9e5efde1115e5beb1032253326acce78157692d2f26851ee1a0a44d','af994d3c-afcc-42e2-959e-0fda7cd022b3','heard','I was.',NULL,'','','');
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
INSERT INTO "lightbulb" VALUES('4c5847dc-a008-40a3-a979-c364beeeb7b1',1,'7313836a8d69e87f908e35195b0000cc1b7336fd19be8bff1922db6dad4836ab','af994d3c-afcc-42e2-959e-0fda7cd022b3','difficult','afraid','f78e43bc-fe31-4dce-9108-196a38a23c5c','nurse',NULL,'','','');
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
INSERT INTO "parked_topic" VALUES('ac432ef8-b7c1-434f-9336-d0a472397f4e',1,'673833a2d21423f09f9777819ffd1f2101831ea03a54dd6319dbad45c274a2e1','af994d3c-afcc-42e2-959e-0fda7cd022b3','Parking','f78e43bc-fe31-4dce-9108-196a38a23c5c','','','','');
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
INSERT INTO "played_deck" VALUES('465fa649-c17d-402c-ad2f-aef5efdf628c',1,'95f6de78e4cad57ca0265065c3208f383bdc9831327ad7055fee0fc7eddb5271','af994d3c-afcc-42e2-959e-0fda7cd022b3','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","framework":[],"id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","framework":[],"id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","framework":[],"id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","framework":[],"id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","framework":[],"id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","framework":[],"id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","framework":[],"id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","framework":[],"id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
INSERT INTO "played_deck" VALUES('4bb6d67d-e8e4-4bc5-a746-e37de6619694',1,'fd4df19f07d8015c874511b01528fa8fba3c9e35e822ba2219361d7b6ef02d98','af994d3c-afcc-42e2-959e-0fda7cd022b3','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","framework":[],"id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","framework":[],"id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","framework":[],"id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","framework":[],"id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","framework":[],"id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","framework":[],"id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","framework":[],"id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","framework":[],"id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
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
INSERT INTO "pledge" VALUES('21c5d93d-3552-4bc7-8d2f-faf6d0bd302b',1,'0f7b6903e07ac017df5e28689da035354ec23ecbace72ef1a9e34d1c7defa0b4','af994d3c-afcc-42e2-959e-0fda7cd022b3','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open","was":""}]','f78e43bc-fe31-4dce-9108-196a38a23c5c','','','','the ward rings','me',NULL,NULL);
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
INSERT INTO "pledge_update" VALUES('f2296f28-9739-4045-894e-66383c4d722a',1,'872b68b0ef811f5966d21b08d7e1a41d728fc2fa1d66e21b4d331f1edf314192','af994d3c-afcc-42e2-959e-0fda7cd022b3','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','2026-03-02','stuck','Nobody had the number.','','','','');
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
INSERT INTO "rating" VALUES('3ceb64ea-beaa-4000-ae9d-e1edfb11aa30',1,'0a00a8d58b4190dde256460299a3b3a407b1fd12aae1fa8222c8bd6819bd1da3','af994d3c-afcc-42e2-959e-0fda7cd022b3','home','nurse',3,'before');
INSERT INTO "rating" VALUES('c4939ff0-585c-4b77-ac34-cf93dcd33104',1,'013e31165dcc378e096c9f1587219b91c51027c08481156e6508db2840378ffe','af994d3c-afcc-42e2-959e-0fda7cd022b3','home','nurse',7,'before');
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
INSERT INTO "response" VALUES('42d6aa38-8272-42e9-bd44-cb751ebb7b5f',1,'872651535315f76976668057039b4f7636e21baa216f98a56a75efa1561a2624','af994d3c-afcc-42e2-959e-0fda7cd022b3','f78e43bc-fe31-4dce-9108-196a38a23c5c','nurse','I want my own bed.',1,NULL,'shoes',0,'','','');
INSERT INTO "response" VALUES('ce244d91-7511-4f06-963c-6790ae94c8f4',1,'ba1be743cf97954062adf2ba77969a316957fd47d358ae4213d98f7381b75f89','af994d3c-afcc-42e2-959e-0fda7cd022b3','f78e43bc-fe31-4dce-9108-196a38a23c5c','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'','','');
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
INSERT INTO "seat" VALUES('0079007b-a81b-455e-bc8f-7a11eab4b696',1,'b2fa2b71cbde74edcff74c35176284c719032c1d398ea557f6fd57a67d76542a','af994d3c-afcc-42e2-959e-0fda7cd022b3',3,'Bea','',NULL,'','here');
INSERT INTO "seat" VALUES('20ba7957-b9db-4c92-8e7c-504784999d30',1,'9e208cdc60852941b47a0b8a655c5c5157fdb1b05ff464f33837700e8a5faf7a','af994d3c-afcc-42e2-959e-0fda7cd022b3',1,'Asha','','lived','','here');
INSERT INTO "seat" VALUES('bc638f4d-1433-4b73-8f61-20979486338e',1,'66b1bff91e1943caebbc4a3d10324cd5e65550c71f842b38dd1e06cdb6207a68','af994d3c-afcc-42e2-959e-0fda7cd022b3',2,'Tom','','service','','here');
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
  PRIMARY KEY (id)
)
 WITHOUT ROWID;
INSERT INTO "session" VALUES('af994d3c-afcc-42e2-959e-0fda7cd022b3',4,'236fb81dd1446d0bb275f4ab00b4bcc6d6b284b4081efa71707e3e3f73f5ef3d','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-12-01T01:32:09.425565Z',17,33,'',0,'');
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
INSERT INTO "step" VALUES('af994d3c-afcc-42e2-959e-0fda7cd022b3',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"f78e43bc-fe31-4dce-9108-196a38a23c5c","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"20ba7957-b9db-4c92-8e7c-504784999d30","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"f78e43bc-fe31-4dce-9108-196a38a23c5c","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"20ba7957-b9db-4c92-8e7c-504784999d30","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','bf5faeaf4ea02943e25e04003f7e6f07505ed86c5b511b79eb6cb87764c4f960');
INSERT INTO "step" VALUES('af994d3c-afcc-42e2-959e-0fda7cd022b3',9,'Say',0,0,'[{"after":{"id":"42d6aa38-8272-42e9-bd44-cb751ebb7b5f","place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"I want my own bed.","turn":"f78e43bc-fe31-4dce-9108-196a38a23c5c","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','6e7ede8392b7a10847b0ceff5bd3bb229eaa0240270409e68f57e72ae2fe1ad5');
INSERT INTO "step" VALUES('af994d3c-afcc-42e2-959e-0fda7cd022b3',10,'Say',0,0,'[{"after":{"id":"ce244d91-7511-4f06-963c-6790ae94c8f4","place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"f78e43bc-fe31-4dce-9108-196a38a23c5c","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','914374f2acfc013e731550c98db707305bae658711df0c1a836e84fa244aaf10');
INSERT INTO "step" VALUES('af994d3c-afcc-42e2-959e-0fda7cd022b3',11,'AddLightbulb',0,0,'[{"after":{"id":"4c5847dc-a008-40a3-a979-c364beeeb7b1","now_see":"afraid","response":null,"review":"","revision":1,"shared_text":"","shoes":"nurse","tag":"","turn":"f78e43bc-fe31-4dce-9108-196a38a23c5c","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','15cf58a510457a235d770aba484753c1cc846d790fb48484f4153898106566c5');
INSERT INTO "step" VALUES('af994d3c-afcc-42e2-959e-0fda7cd022b3',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"ac432ef8-b7c1-434f-9336-d0a472397f4e","review":"","revision":1,"shared_text":"","tag":"","text":"Parking","turn":"f78e43bc-fe31-4dce-9108-196a38a23c5c"},"before":null,"kind":"parked_topic"}]','ec03a5739038c2dd2dab3d4900714e17d43cd0202a019f03912f7e02d6d5ee89');
INSERT INTO "step" VALUES('af994d3c-afcc-42e2-959e-0fda7cd022b3',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","condition":"the ward rings","history":[{"note":"","on":"2026-03-02","state":"open","was":""}],"horizon":"now","id":"21c5d93d-3552-4bc7-8d2f-faf6d0bd302b","lightbulb":null,"owner":"Tom","response":null,"review":"","revision":1,"scope":"me","shared_text":"","state":"open","tag":"","text":"I will ring.","turn":"f78e43bc-fe31-4dce-9108-196a38a23c5c"},"before":null,"kind":"pledge"}]','8dca9d16a163952157213734ff0da3860d72f52404537b57f6f7267e55280d29');
INSERT INTO "step" VALUES('af994d3c-afcc-42e2-959e-0fda7cd022b3',14,'UpdatePledge',0,0,'[{"after":{"id":"f2296f28-9739-4045-894e-66383c4d722a","made_in":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","note":"Nobody had the number.","on":"2026-03-02","pledge":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","review":"","revision":1,"shared_text":"","state":"stuck","tag":"","text":""},"before":null,"kind":"pledge_update"}]','71ed850f0460f0e5ce5033cd69ec3748bdceb6e82ae28555ac1b66ecaa711d83');
INSERT INTO "step" VALUES('af994d3c-afcc-42e2-959e-0fda7cd022b3',15,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"184bd65a-2b11-47e0-a436-4d2b9dbbf286","review":"","revision":1,"shared_text":"","tag":"","text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','8340aa22fa886f8ba3171100d74f880c8b95ec5dd10806a8caf40d27300e2a5e');
INSERT INTO "step" VALUES('af994d3c-afcc-42e2-959e-0fda7cd022b3',16,'Rate',0,0,'[{"after":{"deck":"home","id":"3ceb64ea-beaa-4000-ae9d-e1edfb11aa30","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"c4939ff0-585c-4b77-ac34-cf93dcd33104","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','8aeef256eb4ceef011473d8e6591a20956fe06ac95d82548a283fda9d171eb86');
INSERT INTO "step" VALUES('af994d3c-afcc-42e2-959e-0fda7cd022b3',17,'GiveFeedback',0,0,'[{"after":{"id":"25eecf43-c285-4abe-bbc7-7689e75a1879","kind":"heard","review":"","revision":1,"seat":null,"shared_text":"","tag":"","text":"I was."},"before":null,"kind":"feedback"}]','7cc4542b8617d9359d53963c2c13fe0830cf3787803f0d7c43c0293972c329c2');
INSERT INTO "step" VALUES('af994d3c-afcc-42e2-959e-0fda7cd022b3',18,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"f78e43bc-fe31-4dce-9108-196a38a23c5c","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"20ba7957-b9db-4c92-8e7c-504784999d30","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"f78e43bc-fe31-4dce-9108-196a38a23c5c","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"20ba7957-b9db-4c92-8e7c-504784999d30","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"184bd65a-2b11-47e0-a436-4d2b9dbbf286","deck":"town","ended":null,"id":"41a20549-23d1-4638-b072-5eb58d428c37","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"bc638f4d-1433-4b73-8f61-20979486338e","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','a9cced5b024d9ba56225fbe43f07fedc82a3aa2fc49c275c8873b56f790b1312');
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
INSERT INTO "turn" VALUES('41a20549-23d1-4638-b072-5eb58d428c37',1,'a7958053342dba2c3350fc38e8615eccacded74e987c4ac772d52e0df4155522','af994d3c-afcc-42e2-959e-0fda7cd022b3',2,'town','184bd65a-2b11-47e0-a436-4d2b9dbbf286','bc638f4d-1433-4b73-8f61-20979486338e','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
INSERT INTO "turn" VALUES('f78e43bc-fe31-4dce-9108-196a38a23c5c',4,'b546eb6397ab55825aff942c4fd6963ac4f555d363ff76a586951da991d2db01','af994d3c-afcc-42e2-959e-0fda7cd022b3',1,'town','cold-tea','20ba7957-b9db-4c92-8e7c-504784999d30','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
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
INSERT INTO "voice" VALUES('03ab3742-aa6c-4734-9e61-45944a400592',1,'25716e4909a83466f7ca5e84f4e610ea4f9f2aa00556244f60eb3e88bf71e4b0','af994d3c-afcc-42e2-959e-0fda7cd022b3','20ba7957-b9db-4c92-8e7c-504784999d30',1);
INSERT INTO "voice" VALUES('04cc5dd3-309b-440b-8de3-d1a187d7e59b',1,'b7901c35c823c550050008ccd285b0a7335dc1f2065cd9cbf619a996ee383b6b','af994d3c-afcc-42e2-959e-0fda7cd022b3','bc638f4d-1433-4b73-8f61-20979486338e',0);
INSERT INTO "voice" VALUES('db104e5f-d05c-4522-89c8-e3f41793f0c1',1,'ede5aa10f952a64210e6d6ff202eb8571308a29d55a674ff497d32464708abc9','af994d3c-afcc-42e2-959e-0fda7cd022b3','0079007b-a81b-455e-bc8f-7a11eab4b696',0);
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
INSERT INTO "wild_card" VALUES('184bd65a-2b11-47e0-a436-4d2b9dbbf286',1,'84b78c56225a61766a51ee22c508bf5817c136e5d565d0998c24e1d0da1e3029','af994d3c-afcc-42e2-959e-0fda7cd022b3','town','Our own','The cat',1,'','','');
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
COMMIT;
