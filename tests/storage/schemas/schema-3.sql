PRAGMA application_id = 2004052079;
PRAGMA user_version = 3;
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
INSERT INTO "draft" VALUES('bacb4003-ddfc-460c-9957-ad47862257d2',1,'344f6614378bdae7570475b9e01223ed0251e41fec66504ec1542735e3811cef','f884ba61-a7f1-4a6f-a92a-9833e9e94164','lightbulb','half a thought',NULL,NULL,'',0);
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
INSERT INTO "feedback" VALUES('136a6656-003a-402e-8ff2-c2ad655d82ad',1,'f34dc842c3d14079ec212738f40199a09c3bee83acf21125def63829bc05a250','f884ba61-a7f1-4a6f-a92a-9833e9e94164','heard','I was.',NULL,'','','');
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
INSERT INTO "lightbulb" VALUES('f108d41c-7d4e-4b98-8225-3c15b1cbceb9',1,'ace19334703c3b89f08f45ecb7dd9df2684a194047e9acbd8a9a5d1404b38694','f884ba61-a7f1-4a6f-a92a-9833e9e94164','difficult','afraid','1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346','nurse',NULL,'','','');
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
INSERT INTO "parked_topic" VALUES('66570d91-c2f1-4999-b5af-67886cba23ae',1,'90a977d9bbcbeaae7e42164b844bdc091bf0822db205a92c0417f28ee51b7010','f884ba61-a7f1-4a6f-a92a-9833e9e94164','Parking','1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346','','','','');
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
INSERT INTO "played_deck" VALUES('00c3878f-d6be-4ebe-b611-f68124056f28',1,'bec4bb442bb51e3f743ed2cfac4567519a40c0e70ec20e090c8de52e624bbb57','f884ba61-a7f1-4a6f-a92a-9833e9e94164','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
INSERT INTO "played_deck" VALUES('c834e1e5-ff60-4439-ae50-e4c799cbe759',1,'e5da17a71fe85d557f790b423e64dd64b549f97d8ea2c08df37f58199eb84c49','f884ba61-a7f1-4a6f-a92a-9833e9e94164','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
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
  PRIMARY KEY (id),
  FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID;
INSERT INTO "pledge" VALUES('f09494cc-ee10-48b0-805a-032a720f7117',1,'c7a1154072f538c93d716c93f7069b84f26410ea6315766635d0aa0f3c70f0a9','f884ba61-a7f1-4a6f-a92a-9833e9e94164','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open"}]','1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346','','','');
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
INSERT INTO "rating" VALUES('9b4da5df-394d-4e91-a526-6575c2de9494',1,'37afed243b9ca1c02dd0a2e8346410f2f3780b2bd57c7191af0a72fde5fbbbbc','f884ba61-a7f1-4a6f-a92a-9833e9e94164','home','nurse',3,'before');
INSERT INTO "rating" VALUES('b5043810-30aa-4f18-a64a-bbd46986ed68',1,'5db162d7d10b5a9af0910a6524682eec2143ddb68ea3063572356a15cec8de1e','f884ba61-a7f1-4a6f-a92a-9833e9e94164','home','nurse',7,'before');
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
INSERT INTO "response" VALUES('5629a866-d3ca-476f-875e-b15f263ac66a',1,'aa1f2cd5d43af62f20148edbf067202a031617d1465ec80f4faa8d23f065448f','f884ba61-a7f1-4a6f-a92a-9833e9e94164','1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'','','');
INSERT INTO "response" VALUES('fefc3b01-b387-463d-8a46-ef8cd841ef26',1,'3a15bdfbaf2d0a5b514be760934c91aaf56611d660bfa85d5534c52b4c26faa0','f884ba61-a7f1-4a6f-a92a-9833e9e94164','1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346','nurse','I want my own bed.',1,NULL,'shoes',0,'','','');
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
INSERT INTO "seat" VALUES('4f22ec88-ea07-48d7-a738-6f878640553e',1,'4991d1103b1ffcdbf831873a4705d103fdb6a10156cb45840aa0a01b7f021e46','f884ba61-a7f1-4a6f-a92a-9833e9e94164',3,'Bea','',NULL,'','here');
INSERT INTO "seat" VALUES('708b0b0d-6f4a-43be-a3cc-2bd663bf3756',1,'759477b7e6c0e5d0f3edd3a09cd61b2014b5bcb375dbb5c197b1c6318bf8879a','f884ba61-a7f1-4a6f-a92a-9833e9e94164',2,'Tom','','service','','here');
INSERT INTO "seat" VALUES('9985001a-8687-4212-a189-285b44b99c21',1,'f71956531fb24cb50c198af23b34e402d4d0f872b5d2703ff3600949441193be','f884ba61-a7f1-4a6f-a92a-9833e9e94164',1,'Asha','','lived','','here');
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
  PRIMARY KEY (id)
)
 WITHOUT ROWID;
INSERT INTO "session" VALUES('f884ba61-a7f1-4a6f-a92a-9833e9e94164',4,'146507755d6e45ef84ff74ca6b0c17400aba40b39a65d005be3a2dbfd156203d','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-11-30T22:32:23.978207Z',16,31);
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
INSERT INTO "step" VALUES('f884ba61-a7f1-4a6f-a92a-9833e9e94164',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"9985001a-8687-4212-a189-285b44b99c21","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"9985001a-8687-4212-a189-285b44b99c21","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','787b0779526d1345a26f137b9a07dc953be596f32366ed5a9ab17bfe27e96fec');
INSERT INTO "step" VALUES('f884ba61-a7f1-4a6f-a92a-9833e9e94164',9,'Say',0,0,'[{"after":{"id":"fefc3b01-b387-463d-8a46-ef8cd841ef26","place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"I want my own bed.","turn":"1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','1e8af8d8ab3a6af77695004eda2e55215f769d64e34beff317afadbe3b1fba75');
INSERT INTO "step" VALUES('f884ba61-a7f1-4a6f-a92a-9833e9e94164',10,'Say',0,0,'[{"after":{"id":"5629a866-d3ca-476f-875e-b15f263ac66a","place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','69fb5eb9f6fe29714bc93ca9f9cde03dce248fd2a26a3635dc5a813121dddf4a');
INSERT INTO "step" VALUES('f884ba61-a7f1-4a6f-a92a-9833e9e94164',11,'AddLightbulb',0,0,'[{"after":{"id":"f108d41c-7d4e-4b98-8225-3c15b1cbceb9","now_see":"afraid","response":null,"review":"","revision":1,"shared_text":"","shoes":"nurse","tag":"","turn":"1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','0c8effb356510e0dea9197061991a80bb37c324dad6475660d5e4ff894b6fc16');
INSERT INTO "step" VALUES('f884ba61-a7f1-4a6f-a92a-9833e9e94164',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"66570d91-c2f1-4999-b5af-67886cba23ae","review":"","revision":1,"shared_text":"","tag":"","text":"Parking","turn":"1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346"},"before":null,"kind":"parked_topic"}]','7576aed7650bd98ebf612b9affbf90a8101fb86373fdd50aab3a2caba4833c96');
INSERT INTO "step" VALUES('f884ba61-a7f1-4a6f-a92a-9833e9e94164',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","history":[{"note":"","on":"2026-03-02","state":"open"}],"horizon":"now","id":"f09494cc-ee10-48b0-805a-032a720f7117","owner":"Tom","review":"","revision":1,"shared_text":"","state":"open","tag":"","text":"I will ring.","turn":"1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346"},"before":null,"kind":"pledge"}]','03a1712bbc69b9ce0cbe14c5819c10c98f76a697e6dcddc866c42e24ab1d5cc5');
INSERT INTO "step" VALUES('f884ba61-a7f1-4a6f-a92a-9833e9e94164',14,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"06d4bd15-b225-4727-9330-5a89df5163ff","revision":1,"text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','3837788dc3a42626a22b5c9026e20d7941394560243c54ff9e0e747a52d6bb82');
INSERT INTO "step" VALUES('f884ba61-a7f1-4a6f-a92a-9833e9e94164',15,'Rate',0,0,'[{"after":{"deck":"home","id":"9b4da5df-394d-4e91-a526-6575c2de9494","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"b5043810-30aa-4f18-a64a-bbd46986ed68","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','0ae9f971646798bd925b7ab244b6d0e0442050835b654c27cebf45e5129e7a06');
INSERT INTO "step" VALUES('f884ba61-a7f1-4a6f-a92a-9833e9e94164',16,'GiveFeedback',0,0,'[{"after":{"id":"136a6656-003a-402e-8ff2-c2ad655d82ad","kind":"heard","review":"","revision":1,"seat":null,"shared_text":"","tag":"","text":"I was."},"before":null,"kind":"feedback"}]','5efe6fb04a92bfe4a8884f662a840e41a5a115d97cdd9472d50f6a8b7298ca62');
INSERT INTO "step" VALUES('f884ba61-a7f1-4a6f-a92a-9833e9e94164',17,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"9985001a-8687-4212-a189-285b44b99c21","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"9985001a-8687-4212-a189-285b44b99c21","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"06d4bd15-b225-4727-9330-5a89df5163ff","deck":"town","ended":null,"id":"0700ecac-3d15-4760-8c02-177deb2c9ef1","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"708b0b0d-6f4a-43be-a3cc-2bd663bf3756","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','e9fef8455991accb010ec6c63b058ccef4cfdebe4ce923d1442dd70c7664af1e');
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
INSERT INTO "turn" VALUES('0700ecac-3d15-4760-8c02-177deb2c9ef1',1,'ede7b9c4e379cff24984626bde6942f8db44fddfdad49a0154a3001fa59eecf3','f884ba61-a7f1-4a6f-a92a-9833e9e94164',2,'town','06d4bd15-b225-4727-9330-5a89df5163ff','708b0b0d-6f4a-43be-a3cc-2bd663bf3756','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
INSERT INTO "turn" VALUES('1dbf6db8-e2a4-4e7e-a3c6-d8272bcfa346',4,'d23f84763d2501687aaa87e28ce72caf0ad158fa88002863e03e6f9d9c74d671','f884ba61-a7f1-4a6f-a92a-9833e9e94164',1,'town','cold-tea','9985001a-8687-4212-a189-285b44b99c21','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
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
INSERT INTO "voice" VALUES('5101ba68-f943-408e-8030-174a54a4f4c1',1,'9d646f32659c2bbe45fd539aa0351145d2cba867e0dcb7cc5be0680ec3e3bc9d','f884ba61-a7f1-4a6f-a92a-9833e9e94164','4f22ec88-ea07-48d7-a738-6f878640553e',0);
INSERT INTO "voice" VALUES('e60576a8-2b43-45b6-afe9-208a85715d64',1,'5ec70061893816aba1321f89523955d8bfb9eeb576e9637bbab57f9a7fcabcf5','f884ba61-a7f1-4a6f-a92a-9833e9e94164','9985001a-8687-4212-a189-285b44b99c21',1);
INSERT INTO "voice" VALUES('ed5c7ade-a772-4718-a9de-2282738ea9dd',1,'1849b58426b18b50f9147b1d49ed5a5ffff7cb7994aca5e9f20842772fee0c93','f884ba61-a7f1-4a6f-a92a-9833e9e94164','708b0b0d-6f4a-43be-a3cc-2bd663bf3756',0);
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
INSERT INTO "wild_card" VALUES('06d4bd15-b225-4727-9330-5a89df5163ff',1,'1a50e624343e53dc1c177129be0522f28b4cd35fe46f947e59c2981686255fc8','f884ba61-a7f1-4a6f-a92a-9833e9e94164','town','Our own','The cat',1);
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
