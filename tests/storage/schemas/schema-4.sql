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
INSERT INTO "draft" VALUES('62a7fd14-06c8-4518-bf5f-7e83ce7c2b44',1,'84e7cb239323d2ef9528734472bf84d30764e6929b002bd540bcddb2cf6ee67b','a487ca9b-8972-4c30-8063-0b46df5f8df1','lightbulb','half a thought',NULL,NULL,'',0);
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
INSERT INTO "feedback" VALUES('33cee32a-ce55-40eb-bd85-a3d173ccf30d',1,'fd7c6abeffbd42c9c2d0d22b2b13fce8472e153c6cb69f97ad5548b357f69f04','a487ca9b-8972-4c30-8063-0b46df5f8df1','heard','I was.',NULL,'','','');
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
INSERT INTO "lightbulb" VALUES('89718aeb-0a29-4add-9b0c-3ce722ecffce',1,'70e27f63a0e76de6fcd10e09031d0363cb1f46aa49b2dbb54e156b3cfca061a6','a487ca9b-8972-4c30-8063-0b46df5f8df1','difficult','afraid','549de252-3b04-4357-9ddb-37220f01e9df','nurse',NULL,'','','');
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
INSERT INTO "parked_topic" VALUES('098059f5-c7eb-410f-85f4-bcd986323751',1,'a01127fcfd62c28565fb7aa027d114d353a70f5f62e9044158da147ab45b020a','a487ca9b-8972-4c30-8063-0b46df5f8df1','Parking','549de252-3b04-4357-9ddb-37220f01e9df','','','','');
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
INSERT INTO "played_deck" VALUES('aa6307ff-edb6-483e-9461-19b4da3214aa',1,'8cdfcb0292152864031fc85a7312b860e01bb6376940434ee64fc834a3e2b340','a487ca9b-8972-4c30-8063-0b46df5f8df1','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
INSERT INTO "played_deck" VALUES('ef5b9d3a-c571-4158-b602-9c221d580a10',1,'cccf5eb68d0e577db53d06bfc49cc3213e6b83d77ad67125e1fb3a9fb79363a6','a487ca9b-8972-4c30-8063-0b46df5f8df1','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
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
INSERT INTO "pledge" VALUES('09fd0001-5b0d-43cc-b415-a7df89b02562',1,'03c8382c3c34ebc6f11bde65b2c0ed80bef86058088ff77c1e854d2793c93967','a487ca9b-8972-4c30-8063-0b46df5f8df1','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open","was":""}]','549de252-3b04-4357-9ddb-37220f01e9df','','','','','',NULL,NULL);
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
INSERT INTO "rating" VALUES('3134af4c-26e3-4837-90ac-9865c1466d34',1,'a0e8721f824b24aff012203325a7630e35836405b85188422917a09b2213e8bd','a487ca9b-8972-4c30-8063-0b46df5f8df1','home','nurse',3,'before');
INSERT INTO "rating" VALUES('e4c580b0-960b-4da7-9614-7a49c60b02cb',1,'efa8576fd25adea6d5a1ab47e196880c655c38127070260c34d8b63d83a95b11','a487ca9b-8972-4c30-8063-0b46df5f8df1','home','nurse',7,'before');
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
INSERT INTO "response" VALUES('321f75ef-a18a-4837-a69f-d6ae78e729f6',1,'bee6bea73280e288673062823a7967678eea4e4e4592a5dc91329097589d3378','a487ca9b-8972-4c30-8063-0b46df5f8df1','549de252-3b04-4357-9ddb-37220f01e9df','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'','','');
INSERT INTO "response" VALUES('8548f1b3-576f-4165-af9f-28b259eb98f0',1,'72ac6ee6f94c711d0e32de8c7bb4e74002168dbeb2cbbe75de006e931ba8ab26','a487ca9b-8972-4c30-8063-0b46df5f8df1','549de252-3b04-4357-9ddb-37220f01e9df','nurse','I want my own bed.',1,NULL,'shoes',0,'','','');
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
INSERT INTO "seat" VALUES('0e1c6f37-1704-42aa-95d7-0b60833106f9',1,'9e4d2be45ce6406312df73a5bff4107709e2837234f0d060bff32c949d6cb029','a487ca9b-8972-4c30-8063-0b46df5f8df1',1,'Asha','','lived','','here');
INSERT INTO "seat" VALUES('9674980a-bc49-4401-b0df-3f3c43477593',1,'9e5cc404c0cac75a58e4994e14a3a408d86948b394e33295ae461e9cc386a9c9','a487ca9b-8972-4c30-8063-0b46df5f8df1',3,'Bea','',NULL,'','here');
INSERT INTO "seat" VALUES('b3df8819-b1d7-4a75-9243-c404d63e949e',1,'3bf21a58ed96c42fe6809c00769c19337bdc1d8c45af83fa23684c6feeff0ecd','a487ca9b-8972-4c30-8063-0b46df5f8df1',2,'Tom','','service','','here');
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
INSERT INTO "session" VALUES('a487ca9b-8972-4c30-8063-0b46df5f8df1',4,'6d9e78e5922935e2716d8e3c1663909dcac239b52b5580dfcc46f74069b5aaf9','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-12-01T00:21:53.661462Z',16,31,'',0,'');
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
INSERT INTO "step" VALUES('a487ca9b-8972-4c30-8063-0b46df5f8df1',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"549de252-3b04-4357-9ddb-37220f01e9df","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"0e1c6f37-1704-42aa-95d7-0b60833106f9","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"549de252-3b04-4357-9ddb-37220f01e9df","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"0e1c6f37-1704-42aa-95d7-0b60833106f9","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','e24f4024e8415fa4de7990f267a32088cbb68ee6521293f434bc3d622d27ad7c');
INSERT INTO "step" VALUES('a487ca9b-8972-4c30-8063-0b46df5f8df1',9,'Say',0,0,'[{"after":{"id":"8548f1b3-576f-4165-af9f-28b259eb98f0","place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"I want my own bed.","turn":"549de252-3b04-4357-9ddb-37220f01e9df","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','9fa25f3240870837c741d1d317e3d7040d0c8596b19c4c171a3d67a634a705f6');
INSERT INTO "step" VALUES('a487ca9b-8972-4c30-8063-0b46df5f8df1',10,'Say',0,0,'[{"after":{"id":"321f75ef-a18a-4837-a69f-d6ae78e729f6","place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"549de252-3b04-4357-9ddb-37220f01e9df","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','909b7c377c887d845bb73c5955037f7b5c40e54967fbbfc0ae3b4169bd1d6109');
INSERT INTO "step" VALUES('a487ca9b-8972-4c30-8063-0b46df5f8df1',11,'AddLightbulb',0,0,'[{"after":{"id":"89718aeb-0a29-4add-9b0c-3ce722ecffce","now_see":"afraid","response":null,"review":"","revision":1,"shared_text":"","shoes":"nurse","tag":"","turn":"549de252-3b04-4357-9ddb-37220f01e9df","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','fd3cd2a0b6b73828d3308939a3f5b6dfb96645b764e4558d00bf831338a937af');
INSERT INTO "step" VALUES('a487ca9b-8972-4c30-8063-0b46df5f8df1',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"098059f5-c7eb-410f-85f4-bcd986323751","review":"","revision":1,"shared_text":"","tag":"","text":"Parking","turn":"549de252-3b04-4357-9ddb-37220f01e9df"},"before":null,"kind":"parked_topic"}]','ee65d5aa2354b99ab827f319d0769606c4a6573d0e608880d945911831f1f297');
INSERT INTO "step" VALUES('a487ca9b-8972-4c30-8063-0b46df5f8df1',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","condition":"","history":[{"note":"","on":"2026-03-02","state":"open","was":""}],"horizon":"now","id":"09fd0001-5b0d-43cc-b415-a7df89b02562","lightbulb":null,"owner":"Tom","response":null,"review":"","revision":1,"scope":"","shared_text":"","state":"open","tag":"","text":"I will ring.","turn":"549de252-3b04-4357-9ddb-37220f01e9df"},"before":null,"kind":"pledge"}]','8a52c02ea55800e3d153281ba1cc0c5354aeb963d264a47c1e4912bbeb8e6b6d');
INSERT INTO "step" VALUES('a487ca9b-8972-4c30-8063-0b46df5f8df1',14,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"ec9355ce-6680-46fd-a720-b362a9355ff6","review":"","revision":1,"shared_text":"","tag":"","text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','f823c928d84d96dd071ad9e52ba6136faed3cea2cbbb09826d129a7ff83d94af');
INSERT INTO "step" VALUES('a487ca9b-8972-4c30-8063-0b46df5f8df1',15,'Rate',0,0,'[{"after":{"deck":"home","id":"3134af4c-26e3-4837-90ac-9865c1466d34","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"e4c580b0-960b-4da7-9614-7a49c60b02cb","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','dee34e8045bd3baa08e800f71d1499516c60972cc976566ce2770154e5773ad9');
INSERT INTO "step" VALUES('a487ca9b-8972-4c30-8063-0b46df5f8df1',16,'GiveFeedback',0,0,'[{"after":{"id":"33cee32a-ce55-40eb-bd85-a3d173ccf30d","kind":"heard","review":"","revision":1,"seat":null,"shared_text":"","tag":"","text":"I was."},"before":null,"kind":"feedback"}]','f28e5c4ceb0e1b48c66131d8bf7ecaf311715105b5bf68d699932dc911d8afab');
INSERT INTO "step" VALUES('a487ca9b-8972-4c30-8063-0b46df5f8df1',17,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"549de252-3b04-4357-9ddb-37220f01e9df","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"0e1c6f37-1704-42aa-95d7-0b60833106f9","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"549de252-3b04-4357-9ddb-37220f01e9df","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"0e1c6f37-1704-42aa-95d7-0b60833106f9","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"ec9355ce-6680-46fd-a720-b362a9355ff6","deck":"town","ended":null,"id":"069b170b-e8a8-4bef-a9f0-d78aa5689aa1","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"b3df8819-b1d7-4a75-9243-c404d63e949e","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','6f74cc6fefd32934ea99b42572ba5c7a7f1ae36a439aff0a8670cb5feb2044f2');
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
INSERT INTO "turn" VALUES('069b170b-e8a8-4bef-a9f0-d78aa5689aa1',1,'beb9e4328070cc7fe839df2fb5649f31c8688fffc87c8d667e8e27cadfa68156','a487ca9b-8972-4c30-8063-0b46df5f8df1',2,'town','ec9355ce-6680-46fd-a720-b362a9355ff6','b3df8819-b1d7-4a75-9243-c404d63e949e','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
INSERT INTO "turn" VALUES('549de252-3b04-4357-9ddb-37220f01e9df',4,'a87386d3f5c6c3af16e3fcc299b95ca69c02a4b53f00284bb3894987fae417f3','a487ca9b-8972-4c30-8063-0b46df5f8df1',1,'town','cold-tea','0e1c6f37-1704-42aa-95d7-0b60833106f9','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
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
INSERT INTO "voice" VALUES('039f9faf-0dbd-401a-b0fe-f3cc6bfab9c2',1,'33796b37b4e978d89e8901bf09f1593c6187f34ac31df6d09200ac6e2dc221c1','a487ca9b-8972-4c30-8063-0b46df5f8df1','0e1c6f37-1704-42aa-95d7-0b60833106f9',1);
INSERT INTO "voice" VALUES('8ee46276-99d5-4422-bea7-757d2d12e850',1,'e5e978289d6f72585384f74cf5dfdef261135c243d6a8433372618cfc39dc2ed','a487ca9b-8972-4c30-8063-0b46df5f8df1','b3df8819-b1d7-4a75-9243-c404d63e949e',0);
INSERT INTO "voice" VALUES('e708ec98-8194-40cf-8233-06cdd82300a9',1,'4e7c94e5d52c7994e7857129a81b808a04c40365793687da136a9f441e2745d0','a487ca9b-8972-4c30-8063-0b46df5f8df1','9674980a-bc49-4401-b0df-3f3c43477593',0);
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
INSERT INTO "wild_card" VALUES('ec9355ce-6680-46fd-a720-b362a9355ff6',1,'81019e73ddbf2cf62dee7e6e12a4d73b14f92570d92267aa0c7f355b0dadb0de','a487ca9b-8972-4c30-8063-0b46df5f8df1','town','Our own','The cat',1,'','','');
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
