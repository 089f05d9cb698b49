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
INSERT INTO "draft" VALUES('10735709-6a2f-43ee-a14f-543210c759ee',1,'4ed15b5379e9e21c7abd601db26f409a0ee4f3a019c6b27bd480fda6a419e67e','1e218e9e-1ee0-4258-b331-a7b7e13578d6','lightbulb','half a thought',NULL,NULL,'',0);
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
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "feedback" VALUES('b6da0cb4-ee1d-4626-b628-bf2cb6e67996',1,'e2864dfde505902e99ceead4d6b4e983b632a0e46688871b3aef31b08fe3fcbe','1e218e9e-1ee0-4258-b331-a7b7e13578d6','heard','I was.',NULL,'');
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
INSERT INTO "lightbulb" VALUES('27a8c0e7-48e3-4fe2-9197-96f86ff00cbc',1,'2d995be2be65ac9d59e79badfbe406076d3bcc2d3cd08b87ee592cf2893b62e0','1e218e9e-1ee0-4258-b331-a7b7e13578d6','difficult','afraid','b805efdb-55c2-467f-8e5a-6fb4570b8e02','nurse',NULL,'');
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
INSERT INTO "parked_topic" VALUES('d82cbd81-d4e4-4eb3-bd8f-23aa5d05e32c',1,'a7adf0cb53881cb6e5105dcfb9e2934a6e28d65562ae549f0b3f12607458ed75','1e218e9e-1ee0-4258-b331-a7b7e13578d6','Parking','b805efdb-55c2-467f-8e5a-6fb4570b8e02','','');
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
INSERT INTO "played_deck" VALUES('f67f0086-0061-489a-83f6-92caffd83a74',1,'d9f6c7648ec67280ada92a48590e587e2716a2463e756ebd451f495409b7b44c','1e218e9e-1ee0-4258-b331-a7b7e13578d6','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
INSERT INTO "played_deck" VALUES('fea54cd0-3be4-4621-aef7-6c3874b67b93',1,'715155f36d6b2be4dea9b0a6833c9347ecbd991cf3c099831741a47314909a0f','1e218e9e-1ee0-4258-b331-a7b7e13578d6','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
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
INSERT INTO "pledge" VALUES('86ff9aa7-8fa7-47c8-963b-ce2919a09b4b',1,'8c2c1166403d3d770c1334d5aa6ca92e110351d1752f950d13c27e2e956aee79','1e218e9e-1ee0-4258-b331-a7b7e13578d6','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open"}]','b805efdb-55c2-467f-8e5a-6fb4570b8e02','');
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
INSERT INTO "rating" VALUES('32dc4a83-ea7a-479b-a724-4c9766d3d702',1,'b7f6dfc0b53e929eaca4933651433018230b6d1f2ea3b8501a3f53a830c6049b','1e218e9e-1ee0-4258-b331-a7b7e13578d6','home','nurse',7,'before');
INSERT INTO "rating" VALUES('9ef6c515-d768-4035-a945-72a2e561f537',1,'1a323e4b52501ce37a925e19e430b25c8300c4884654efe6f748ca673da9c446','1e218e9e-1ee0-4258-b331-a7b7e13578d6','home','nurse',3,'before');
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
INSERT INTO "response" VALUES('3271563d-e54b-4241-a16a-530baf469e2a',1,'1796ae0b85e7e4439ae66b47bea0a16c5f3f642802ec495ab9bce43dfbcfb995','1e218e9e-1ee0-4258-b331-a7b7e13578d6','b805efdb-55c2-467f-8e5a-6fb4570b8e02','nurse','I want my own bed.',1,NULL,'shoes',0,'');
INSERT INTO "response" VALUES('ed80c306-9e1e-400d-80fa-522de493bf7d',1,'7d5ee2ca7d61b33028787d9483c32819c956f8859f163761397e0099884a108f','1e218e9e-1ee0-4258-b331-a7b7e13578d6','b805efdb-55c2-467f-8e5a-6fb4570b8e02','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'');
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
INSERT INTO "seat" VALUES('61408a90-8213-4030-b161-9ae2c83c6af6',1,'b793255846ce50ab9067c77bd1b77a7e3ea444cf5923a242e82e13e729c2c055','1e218e9e-1ee0-4258-b331-a7b7e13578d6',2,'Tom','','service','','here');
INSERT INTO "seat" VALUES('6a3761f1-6ecf-4857-8746-1a57c24f0117',1,'c56dbfcb35a973430e2733180e3a188f059623b9066f021919935defdc29c071','1e218e9e-1ee0-4258-b331-a7b7e13578d6',1,'Asha','','lived','','here');
INSERT INTO "seat" VALUES('f691a0a9-e831-4e2d-9a2f-59a62e678630',1,'61636895ab95a4e2e27716fb3afca568c13ea33e2b961077f3b6ae7b45977626','1e218e9e-1ee0-4258-b331-a7b7e13578d6',3,'Bea','',NULL,'','here');
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
INSERT INTO "session" VALUES('1e218e9e-1ee0-4258-b331-a7b7e13578d6',4,'34f2c6be5befabd8763036ad38d1589e24885e9b5f34c55d504968700ecac462','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-11-30T21:35:57.253673Z',31);
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
INSERT INTO "step" VALUES('1e218e9e-1ee0-4258-b331-a7b7e13578d6',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"b805efdb-55c2-467f-8e5a-6fb4570b8e02","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"6a3761f1-6ecf-4857-8746-1a57c24f0117","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"b805efdb-55c2-467f-8e5a-6fb4570b8e02","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"6a3761f1-6ecf-4857-8746-1a57c24f0117","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','1db25aed3b2a229d10df853327fce33de452164a7cea03f686b36f9cfe3fac20');
INSERT INTO "step" VALUES('1e218e9e-1ee0-4258-b331-a7b7e13578d6',9,'Say',0,0,'[{"after":{"id":"3271563d-e54b-4241-a16a-530baf469e2a","place":1,"revision":1,"seat":null,"shoes":"nurse","tag":"","text":"I want my own bed.","turn":"b805efdb-55c2-467f-8e5a-6fb4570b8e02","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','08f76e3ebb76839cc4933876df31d84c42560f6d06a4d7c8d827256a0d0339c4');
INSERT INTO "step" VALUES('1e218e9e-1ee0-4258-b331-a7b7e13578d6',10,'Say',0,0,'[{"after":{"id":"ed80c306-9e1e-400d-80fa-522de493bf7d","place":2,"revision":1,"seat":null,"shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"b805efdb-55c2-467f-8e5a-6fb4570b8e02","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','2c16ba96d70be1fb795d27f14fbeb8f31096147a3dd74a08ebdf7a2b0f901a71');
INSERT INTO "step" VALUES('1e218e9e-1ee0-4258-b331-a7b7e13578d6',11,'AddLightbulb',0,0,'[{"after":{"id":"27a8c0e7-48e3-4fe2-9197-96f86ff00cbc","now_see":"afraid","response":null,"revision":1,"shoes":"nurse","tag":"","turn":"b805efdb-55c2-467f-8e5a-6fb4570b8e02","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','8c55be93273d86698eaaaff04e99cee10436681cfffacff61261f2e71f974797');
INSERT INTO "step" VALUES('1e218e9e-1ee0-4258-b331-a7b7e13578d6',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"d82cbd81-d4e4-4eb3-bd8f-23aa5d05e32c","revision":1,"tag":"","text":"Parking","turn":"b805efdb-55c2-467f-8e5a-6fb4570b8e02"},"before":null,"kind":"parked_topic"}]','ed8a61b623970c41cceacf13cb590f5148753ea077f60ead65139b51bd774f98');
INSERT INTO "step" VALUES('1e218e9e-1ee0-4258-b331-a7b7e13578d6',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","history":[{"note":"","on":"2026-03-02","state":"open"}],"horizon":"now","id":"86ff9aa7-8fa7-47c8-963b-ce2919a09b4b","owner":"Tom","revision":1,"state":"open","tag":"","text":"I will ring.","turn":"b805efdb-55c2-467f-8e5a-6fb4570b8e02"},"before":null,"kind":"pledge"}]','1d8ae5d987fcb415b1fe14dd71b504f152d54c2c2b139e9fb7bf9ac76db24e24');
INSERT INTO "step" VALUES('1e218e9e-1ee0-4258-b331-a7b7e13578d6',14,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"8dd00a1c-93d2-4872-adc8-2a86f6b65b0b","revision":1,"text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','809493a6c9716aa66ac8a543887938aa1d254c1e6e7d85d86bbdb9f4cd7a944d');
INSERT INTO "step" VALUES('1e218e9e-1ee0-4258-b331-a7b7e13578d6',15,'Rate',0,0,'[{"after":{"deck":"home","id":"9ef6c515-d768-4035-a945-72a2e561f537","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"32dc4a83-ea7a-479b-a724-4c9766d3d702","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','762d4fe13ae4f7898ef631800a362d8f8c96aa0416a6145f899d9c080a8905b8');
INSERT INTO "step" VALUES('1e218e9e-1ee0-4258-b331-a7b7e13578d6',16,'GiveFeedback',0,0,'[{"after":{"id":"b6da0cb4-ee1d-4626-b628-bf2cb6e67996","kind":"heard","revision":1,"seat":null,"tag":"","text":"I was."},"before":null,"kind":"feedback"}]','02f0cff98fef7c9281a2fd52a72bd9cf123efc59f075ab1e790de1c083a5fe23');
INSERT INTO "step" VALUES('1e218e9e-1ee0-4258-b331-a7b7e13578d6',17,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"b805efdb-55c2-467f-8e5a-6fb4570b8e02","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"6a3761f1-6ecf-4857-8746-1a57c24f0117","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"b805efdb-55c2-467f-8e5a-6fb4570b8e02","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"6a3761f1-6ecf-4857-8746-1a57c24f0117","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"8dd00a1c-93d2-4872-adc8-2a86f6b65b0b","deck":"town","ended":null,"id":"732b9fec-7bd1-42af-bdf0-2770dc096bf3","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"61408a90-8213-4030-b161-9ae2c83c6af6","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','f9f98a39c0089821ab4cd1c6a1dbd338ca64c3f4858783973f2cb44e90087d16');
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
INSERT INTO "turn" VALUES('732b9fec-7bd1-42af-bdf0-2770dc096bf3',1,'6cec68927b692c7925285d24c74aa0f4db83ccfa89e405572788ebbbab7e5586','1e218e9e-1ee0-4258-b331-a7b7e13578d6',2,'town','8dd00a1c-93d2-4872-adc8-2a86f6b65b0b','61408a90-8213-4030-b161-9ae2c83c6af6','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
INSERT INTO "turn" VALUES('b805efdb-55c2-467f-8e5a-6fb4570b8e02',4,'104dc58834c182513bb32240ce6d4f65c3e19da9c87f8d7649a6eede8f5ba430','1e218e9e-1ee0-4258-b331-a7b7e13578d6',1,'town','cold-tea','6a3761f1-6ecf-4857-8746-1a57c24f0117','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
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
INSERT INTO "voice" VALUES('74de46a0-1205-44b7-8b59-8c638751e96e',1,'91826c9ac04e5668c6a5317fc83f89fd0f884455b6b3c4faf49677d17c6fff0d','1e218e9e-1ee0-4258-b331-a7b7e13578d6','6a3761f1-6ecf-4857-8746-1a57c24f0117',1);
INSERT INTO "voice" VALUES('b2dd3231-4b46-4a35-9ffb-a9598bc10412',1,'00e47ef3328d29fba4ca11b7463a93bea6fb2aa87a847a120c29c60750c909a4','1e218e9e-1ee0-4258-b331-a7b7e13578d6','f691a0a9-e831-4e2d-9a2f-59a62e678630',0);
INSERT INTO "voice" VALUES('b816bc12-6b96-4b98-9e9a-ed188161ef55',1,'2b2417dcf159558ba11847fbbc51464449ad55b622925587370678bfa472fb26','1e218e9e-1ee0-4258-b331-a7b7e13578d6','61408a90-8213-4030-b161-9ae2c83c6af6',0);
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
INSERT INTO "wild_card" VALUES('8dd00a1c-93d2-4872-adc8-2a86f6b65b0b',1,'275925c5bd5eb61f76ddb9c5650b8fc6fed4355c07d45b756e324e15641ad7bd','1e218e9e-1ee0-4258-b331-a7b7e13578d6','town','Our own','The cat',1);
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
