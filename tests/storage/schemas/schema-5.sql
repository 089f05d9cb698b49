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
INSERT INTO "draft" VALUES('dba5f33d-8054-4b1d-90f8-ada7f628375d',1,'fda33b340d996b05d1dc07e3c1c1ee96022af5bc8d51fa9b37c5b7bb26417633','74a4be9f-af72-4dd9-8a3f-648642a53b0d','lightbulb','half a thought',NULL,NULL,'',0);
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
INSERT INTO "evidence" VALUES('6a3299c1-696c-4871-87c9-1921f5d0c1b5',1,'5cab58f1252b33064dd92bdc723ae0ff84f3548fbc59b070d11ed1e77a355817','74a4be9f-af72-4dd9-8a3f-648642a53b0d','f3912b08-04f5-4de6-bb60-78ac35233697','nurse','information','She asked.',2,NULL,0,0,'','','');
INSERT INTO "evidence" VALUES('ddf2a917-bf9b-4710-8c2e-f6726d7f8ea0',1,'7659b6f00cfa9c36644bf89445445afb6150d5b198421a95a77ad1b6e1400539','74a4be9f-af72-4dd9-8a3f-648642a53b0d','f3912b08-04f5-4de6-bb60-78ac35233697','nurse','independence','And waited.',1,NULL,0,0,'','','');
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
INSERT INTO "feedback" VALUES('a3ef1ba6-d6e4-4e5e-a9e1-84e9fa966573',1,'bc125ad7c7936362e4752bcfbcf3a4c79a45650a9cb75ff578d59319e51b1b0f','74a4be9f-af72-4dd9-8a3f-648642a53b0d','heard','I was.',NULL,'','','');
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
INSERT INTO "lightbulb" VALUES('bf05ab50-9c81-4e0b-80a2-a7bc8f95649b',1,'a56e398b499a076c1d0fc33f26e526b0519f56828190aefb86f5355da0398764','74a4be9f-af72-4dd9-8a3f-648642a53b0d','difficult','afraid','f3912b08-04f5-4de6-bb60-78ac35233697','nurse',NULL,'','','');
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
INSERT INTO "parked_topic" VALUES('1909d847-8e90-46ee-a3a0-1ddd467fdfbd',1,'ee8a144e199cc51f9b9fc78c84a0dc0ee28f48071cb8248063ccabe368ac93e3','74a4be9f-af72-4dd9-8a3f-648642a53b0d','Parking','f3912b08-04f5-4de6-bb60-78ac35233697','','','','');
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
INSERT INTO "played_deck" VALUES('25547ecb-d481-4fcb-bab8-ffa8af1ad075',1,'0784e5911c1479c69c35808d318fec250086ec9eecdf542458436c27f46a46ee','74a4be9f-af72-4dd9-8a3f-648642a53b0d','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","framework":[],"id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","framework":[],"id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","framework":[],"id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","framework":[],"id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","framework":[],"id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","framework":[],"id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","framework":[],"id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","framework":[],"id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"purpose":"","reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
INSERT INTO "played_deck" VALUES('98df490c-3ca6-46b7-8b50-8c481f7197fe',1,'9033d12d1f03922040a1a852ef0eec0c48d5a2dec6c6d4237cad4dab1544e421','74a4be9f-af72-4dd9-8a3f-648642a53b0d','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","framework":[],"id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","framework":[],"id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","framework":[],"id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","framework":[],"id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","framework":[],"id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","framework":[],"id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","framework":[],"id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","framework":[],"id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"purpose":"","reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
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
INSERT INTO "pledge" VALUES('12604d67-d86c-4612-afbb-372ffa843bb8',1,'36600666933d1683821c04158fcfe31124b92519c4ef92582eb422d9bfc60b3e','74a4be9f-af72-4dd9-8a3f-648642a53b0d','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open","was":""}]','f3912b08-04f5-4de6-bb60-78ac35233697','','','','the ward rings','me',NULL,NULL);
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
INSERT INTO "pledge_update" VALUES('48003f8f-b588-44a1-a144-537b33dc63d9',1,'a856d539c42786aa9724a716d6c988420a2df3370abba67808499ca305357e6f','74a4be9f-af72-4dd9-8a3f-648642a53b0d','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','2026-03-02','stuck','Nobody had the number.','','','','');
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
INSERT INTO "rating" VALUES('6e56b077-2177-4484-854e-56950cf5eac8',1,'0e5974416e09fd226dc6b91016a34bcdea78bc8213471fd9ea133e81f29cbc85','74a4be9f-af72-4dd9-8a3f-648642a53b0d','home','nurse',7,'before');
INSERT INTO "rating" VALUES('75dd8cd0-46c1-4b61-890d-1f4df435c31c',1,'5ecd67969d8af390996d3fa30ff8ff5ca1293a7ae7047d6726a5fc358aa7cd6d','74a4be9f-af72-4dd9-8a3f-648642a53b0d','home','nurse',3,'before');
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
INSERT INTO "response" VALUES('81b46f6b-c894-4199-aee9-2597c1ade82d',1,'063998e51d0f12f6899a08b0741d480eb68fc0c1df2dd0e58aec7f188bdebbf0','74a4be9f-af72-4dd9-8a3f-648642a53b0d','f3912b08-04f5-4de6-bb60-78ac35233697','nurse','I want my own bed.',1,NULL,'shoes',0,'','','');
INSERT INTO "response" VALUES('ea493ce0-ed01-4bc6-9b42-eea46374549b',1,'66c7d55b36b19a24ca7a5f8f33883cad735204841b5e9102c1a7d3447adb3d9b','74a4be9f-af72-4dd9-8a3f-648642a53b0d','f3912b08-04f5-4de6-bb60-78ac35233697','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'','','');
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
INSERT INTO "seat" VALUES('571b894d-80e9-42d3-b801-de7f9bea912c',1,'fbb65ea9ab507dfc8ea35424d3f2f1aafc26f0187869a93201328b985a7fdb54','74a4be9f-af72-4dd9-8a3f-648642a53b0d',1,'Asha','','lived','','here');
INSERT INTO "seat" VALUES('77d0a6e6-cc12-4733-9f19-9e5f90d656fc',1,'e0af41bc31b0a39aa68295cfeb9ec80d979b59de3ee3a568a395bd5cf8e013a5','74a4be9f-af72-4dd9-8a3f-648642a53b0d',3,'Bea','',NULL,'','here');
INSERT INTO "seat" VALUES('d100d044-0448-4580-a4c5-81ba69173fd4',1,'d445df93ada44179fdd42bf5fb884d48fc691f10d68a62c40936980918bee3fe','74a4be9f-af72-4dd9-8a3f-648642a53b0d',2,'Tom','','service','','here');
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
INSERT INTO "session" VALUES('74a4be9f-af72-4dd9-8a3f-648642a53b0d',5,'0a34b050fe2e696d03ccd5277e3a24a7fd5aeb75d6f14d7c756853858799fd67','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,4,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-12-01T04:37:44.016910Z',16,35,'',0,'','77d0a6e6-cc12-4733-9f19-9e5f90d656fc');
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
INSERT INTO "step" VALUES('74a4be9f-af72-4dd9-8a3f-648642a53b0d',9,'Reveal',1,0,'[{"after":{"id":"ddf2a917-bf9b-4710-8c2e-f6726d7f8ea0","named":false,"place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"And waited.","turn":"f3912b08-04f5-4de6-bb60-78ac35233697","value":"independence","withheld":false},"before":null,"kind":"evidence"},{"after":{"id":"6a3299c1-696c-4871-87c9-1921f5d0c1b5","named":false,"place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"She asked.","turn":"f3912b08-04f5-4de6-bb60-78ac35233697","value":"information","withheld":false},"before":null,"kind":"evidence"},{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"f3912b08-04f5-4de6-bb60-78ac35233697","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"77d0a6e6-cc12-4733-9f19-9e5f90d656fc","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"f3912b08-04f5-4de6-bb60-78ac35233697","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"77d0a6e6-cc12-4733-9f19-9e5f90d656fc","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','cea3765338e98dc74e3d63335fc465f43396187405e91c7e55c55fbb0ff50138');
INSERT INTO "step" VALUES('74a4be9f-af72-4dd9-8a3f-648642a53b0d',10,'Say',0,0,'[{"after":{"id":"81b46f6b-c894-4199-aee9-2597c1ade82d","place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"I want my own bed.","turn":"f3912b08-04f5-4de6-bb60-78ac35233697","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','9bca5958b8e92d2560642b2b287f30a5dc9c6f2655c6a0fea208d6d913f3a183');
INSERT INTO "step" VALUES('74a4be9f-af72-4dd9-8a3f-648642a53b0d',11,'Say',0,0,'[{"after":{"id":"ea493ce0-ed01-4bc6-9b42-eea46374549b","place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"f3912b08-04f5-4de6-bb60-78ac35233697","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','a12eb53cf0dea7ca93312d1f7835223c335b55d4ab115042545dd5e407929f34');
INSERT INTO "step" VALUES('74a4be9f-af72-4dd9-8a3f-648642a53b0d',12,'AddLightbulb',0,0,'[{"after":{"id":"bf05ab50-9c81-4e0b-80a2-a7bc8f95649b","now_see":"afraid","response":null,"review":"","revision":1,"shared_text":"","shoes":"nurse","tag":"","turn":"f3912b08-04f5-4de6-bb60-78ac35233697","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','9e68b805724e6d16eae6b0a3a8150c4a8c6f54ed673e73e5e797fe8d11805d68');
INSERT INTO "step" VALUES('74a4be9f-af72-4dd9-8a3f-648642a53b0d',13,'ParkTopic',0,0,'[{"after":{"card":"","id":"1909d847-8e90-46ee-a3a0-1ddd467fdfbd","review":"","revision":1,"shared_text":"","tag":"","text":"Parking","turn":"f3912b08-04f5-4de6-bb60-78ac35233697"},"before":null,"kind":"parked_topic"}]','703dc57e745c0b65c742cd4e56c69ea48f66de26cbfa0b11ad739796e6f69f60');
INSERT INTO "step" VALUES('74a4be9f-af72-4dd9-8a3f-648642a53b0d',14,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","condition":"the ward rings","history":[{"note":"","on":"2026-03-02","state":"open","was":""}],"horizon":"now","id":"12604d67-d86c-4612-afbb-372ffa843bb8","lightbulb":null,"owner":"Tom","response":null,"review":"","revision":1,"scope":"me","shared_text":"","state":"open","tag":"","text":"I will ring.","turn":"f3912b08-04f5-4de6-bb60-78ac35233697"},"before":null,"kind":"pledge"}]','fe3e0e18c084c38b386bce64fcb0f98abc1fab4485ce4d15f2922dbf88ffa1bf');
INSERT INTO "step" VALUES('74a4be9f-af72-4dd9-8a3f-648642a53b0d',15,'UpdatePledge',0,0,'[{"after":{"id":"48003f8f-b588-44a1-a144-537b33dc63d9","made_in":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","note":"Nobody had the number.","on":"2026-03-02","pledge":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","review":"","revision":1,"shared_text":"","state":"stuck","tag":"","text":""},"before":null,"kind":"pledge_update"}]','ef156c6e18950e824b56567c797283ddac1eb9bf4472ed9b71886eb857f60b2a');
INSERT INTO "step" VALUES('74a4be9f-af72-4dd9-8a3f-648642a53b0d',16,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"a9351bc7-cecc-41a2-b508-009d245745e8","review":"","revision":1,"shared_text":"","tag":"","text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','3a899d85f655d22ad8ff9b5b38c3f9bbe812e817dbbdf6526e18c4b3e6d6ba7e');
INSERT INTO "step" VALUES('74a4be9f-af72-4dd9-8a3f-648642a53b0d',17,'Rate',0,0,'[{"after":{"deck":"home","id":"75dd8cd0-46c1-4b61-890d-1f4df435c31c","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"6e56b077-2177-4484-854e-56950cf5eac8","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','7d0b6a58dc606651239f3fe1a470cdb9e6c5d54cb1bf46950b4fb43a8c516fe9');
INSERT INTO "step" VALUES('74a4be9f-af72-4dd9-8a3f-648642a53b0d',18,'GiveFeedback',0,0,'[{"after":{"id":"a3ef1ba6-d6e4-4e5e-a9e1-84e9fa966573","kind":"heard","review":"","revision":1,"seat":null,"shared_text":"","tag":"","text":"I was."},"before":null,"kind":"feedback"}]','06744ca882ef4a7be72958742271b2a42da31064ccd3b69a649c07233af5b056');
INSERT INTO "step" VALUES('74a4be9f-af72-4dd9-8a3f-648642a53b0d',19,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"f3912b08-04f5-4de6-bb60-78ac35233697","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"77d0a6e6-cc12-4733-9f19-9e5f90d656fc","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"f3912b08-04f5-4de6-bb60-78ac35233697","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"77d0a6e6-cc12-4733-9f19-9e5f90d656fc","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"a9351bc7-cecc-41a2-b508-009d245745e8","deck":"town","ended":null,"id":"f363d965-ed2e-4ad9-8de2-a454f4542d23","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"77d0a6e6-cc12-4733-9f19-9e5f90d656fc","shoes":"manager","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','2d76f3f3747497e9933d6f8641933007173e2556072a9c6290da3e6581b0e9d1');
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
INSERT INTO "turn" VALUES('f363d965-ed2e-4ad9-8de2-a454f4542d23',1,'c82b5447ff6903a4741ed85b209c365516e16073a1e492867406ee1067227e95','74a4be9f-af72-4dd9-8a3f-648642a53b0d',2,'town','a9351bc7-cecc-41a2-b508-009d245745e8','77d0a6e6-cc12-4733-9f19-9e5f90d656fc','manager','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
INSERT INTO "turn" VALUES('f3912b08-04f5-4de6-bb60-78ac35233697',4,'026d41e63c1152b0bcef78125df6334e928d10441742f27d4147e1e0444a114f','74a4be9f-af72-4dd9-8a3f-648642a53b0d',1,'town','cold-tea','77d0a6e6-cc12-4733-9f19-9e5f90d656fc','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
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
INSERT INTO "voice" VALUES('06af18e2-e75a-4575-bfc9-dcd35fa822a7',1,'ed54e5581e29bc66c42fe7772978bb2412f74caca76f81efae4462d363b848eb','74a4be9f-af72-4dd9-8a3f-648642a53b0d','d100d044-0448-4580-a4c5-81ba69173fd4',0);
INSERT INTO "voice" VALUES('43f25e46-7478-44b8-94d8-8a5031523406',1,'62a35499f6a8c927a005b957eba62c8c16b0afa5bbb62a38a4f4ea1e153c2a9e','74a4be9f-af72-4dd9-8a3f-648642a53b0d','571b894d-80e9-42d3-b801-de7f9bea912c',1);
INSERT INTO "voice" VALUES('58057910-df25-40d0-b10e-f08c91a8b76f',1,'50cd7be863232128c26d2748c73608495628556dbb795ab645a7e0b69a52378a','74a4be9f-af72-4dd9-8a3f-648642a53b0d','77d0a6e6-cc12-4733-9f19-9e5f90d656fc',1);
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
INSERT INTO "wild_card" VALUES('a9351bc7-cecc-41a2-b508-009d245745e8',1,'6974e51cf5a3dadd302c5848b4e6db8fa40d7cd3f8ca3ddc561ce803f1d263c6','74a4be9f-af72-4dd9-8a3f-648642a53b0d','town','Our own','The cat',1,'','','');
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
