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
INSERT INTO "draft" VALUES('579c5bdc-4c2c-43b4-a721-4783f3aee785',1,'2199d9262b067a7e1ac5e19105402b1e4000a74e7846373d7eaf6e833d69d630','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','lightbulb','half a thought',NULL,NULL,'',0);
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
INSERT INTO "feedback" VALUES('83bacfd3-9dac-4982-ad2a-d33a999441ec',1,'6ff7eeafecffacf59d834b10f06548e51405500515a5ccdeacd78aa925fb7aa8','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','heard','I was.',NULL,'','','');
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
INSERT INTO "lightbulb" VALUES('504e84cd-536a-41ff-96a6-42a78bb82a62',1,'8718c19518c44185efa965f424e80cf30dfe5932d73cdbdac355492201ebe217','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','difficult','afraid','fe7d735b-d470-4dbf-9a29-1a9f6daddd3b','nurse',NULL,'','','');
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
INSERT INTO "parked_topic" VALUES('a8afb7ed-3bd5-45af-80e9-0b4eb86fb615',1,'7160615c7abe72b127d3f7ae4ef42c928d25bb70dab74e385045afd0d2358d82','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','Parking','fe7d735b-d470-4dbf-9a29-1a9f6daddd3b','','','','');
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
INSERT INTO "played_deck" VALUES('2d7e037b-c236-46e3-a48f-1a63218f71c6',1,'e58aa1c0a18daea1b6ae43549664a8ecafa71f55f1c2ef27d88efddb7bce89f2','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
INSERT INTO "played_deck" VALUES('4f901dee-63d5-4f62-bc0d-0834aefd977e',1,'3c7aeaeb4681939f0df1ced6bd29577df1b53633dcc08d0b8f375139d71678ab','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
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
INSERT INTO "pledge" VALUES('f814a6ae-f72f-4d09-903e-d86c4914dea5',1,'5936f3c0453e2c1dd9785b57af6eb2b9777322a7670ac991fa00ff5f50ff291a','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open"}]','fe7d735b-d470-4dbf-9a29-1a9f6daddd3b','','','');
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
INSERT INTO "rating" VALUES('0639ed33-dcb8-43ef-a3a7-b449d529e769',1,'1419fbc3dfb93af6a74e7bbc90868973ad049fd80b86de56e342aa49bf3845e8','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','home','nurse',7,'before');
INSERT INTO "rating" VALUES('d8251f3b-5574-409e-abf9-fd1b1d61ce9d',1,'5e3ba09164a9a6c3eb38465703cc3ca83cfcde29ebaa2530ab4b6749d388b856','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','home','nurse',3,'before');
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
INSERT INTO "response" VALUES('afe2a26c-1d6f-4977-b6eb-a04dc50191dd',1,'81093fdabc0c286b19039e745a406f953c65032deb201bc78f747cac658962c3','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','fe7d735b-d470-4dbf-9a29-1a9f6daddd3b','nurse','I want my own bed.',1,NULL,'shoes',0,'','','');
INSERT INTO "response" VALUES('f62f012f-3cdf-43b9-89f9-8d6cdfe887aa',1,'c96bfadcbd7942614c64696d76d82e5869a2b67c9e2551d04575fe7fff543aa1','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','fe7d735b-d470-4dbf-9a29-1a9f6daddd3b','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'','','');
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
INSERT INTO "seat" VALUES('6c17e0ac-ac10-4724-b389-4e02e5c18690',1,'b52d309f90185d81cf50f9deeade144820143f17c1aea72847f7ee736346bbbe','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',3,'Bea','',NULL,'','here');
INSERT INTO "seat" VALUES('a434a427-8a65-4d75-82ff-695d318740a8',1,'d4f28098dd1b59bda4c2c7f333dbda812d7db9b94d5168694e36fcf7a4637108','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',1,'Asha','','lived','','here');
INSERT INTO "seat" VALUES('da95e6f2-3f47-46eb-8c30-a8276bd789ed',1,'70022c51e41452ef534789a2c1098b65fe84c80cb03ec93dafebc7d6f979185e','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',2,'Tom','','service','','here');
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
INSERT INTO "session" VALUES('19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',4,'aa215c3ac9a6d5bf44b60cb8915143ee1a5dd91ca6223a84603502000750c2da','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-11-30T22:04:16.965937Z',31);
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
INSERT INTO "step" VALUES('19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"fe7d735b-d470-4dbf-9a29-1a9f6daddd3b","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"a434a427-8a65-4d75-82ff-695d318740a8","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"fe7d735b-d470-4dbf-9a29-1a9f6daddd3b","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"a434a427-8a65-4d75-82ff-695d318740a8","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','e3c2d8099acfec681ad5de2863c867a015c26e3ca6a81647dbc71810381f9b54');
INSERT INTO "step" VALUES('19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',9,'Say',0,0,'[{"after":{"id":"afe2a26c-1d6f-4977-b6eb-a04dc50191dd","place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"I want my own bed.","turn":"fe7d735b-d470-4dbf-9a29-1a9f6daddd3b","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','0137a4719b16a66359cd48cca9b0f82ae079f2570013cf348cf046c656259cb6');
INSERT INTO "step" VALUES('19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',10,'Say',0,0,'[{"after":{"id":"f62f012f-3cdf-43b9-89f9-8d6cdfe887aa","place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"fe7d735b-d470-4dbf-9a29-1a9f6daddd3b","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','9b76bdf3f9750e04d625c725d27bd29bb43a0fcfee236f37fc3d3d09d33ff350');
INSERT INTO "step" VALUES('19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',11,'AddLightbulb',0,0,'[{"after":{"id":"504e84cd-536a-41ff-96a6-42a78bb82a62","now_see":"afraid","response":null,"review":"","revision":1,"shared_text":"","shoes":"nurse","tag":"","turn":"fe7d735b-d470-4dbf-9a29-1a9f6daddd3b","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','7b4f99b766cbf898f8231bdb9322390da2276af6bd68ee7e6be093b8f413947c');
INSERT INTO "step" VALUES('19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"a8afb7ed-3bd5-45af-80e9-0b4eb86fb615","review":"","revision":1,"shared_text":"","tag":"","text":"Parking","turn":"fe7d735b-d470-4dbf-9a29-1a9f6daddd3b"},"before":null,"kind":"parked_topic"}]','dc26e3ca4ec83369feb08261840e5c76d920a6f2a55ae61887195973d686feba');
INSERT INTO "step" VALUES('19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","history":[{"note":"","on":"2026-03-02","state":"open"}],"horizon":"now","id":"f814a6ae-f72f-4d09-903e-d86c4914dea5","owner":"Tom","review":"","revision":1,"shared_text":"","state":"open","tag":"","text":"I will ring.","turn":"fe7d735b-d470-4dbf-9a29-1a9f6daddd3b"},"before":null,"kind":"pledge"}]','b4c640c5ae57c99bb7ea77de1c770c29ce5749923363304f446a59f0e88a14dc');
INSERT INTO "step" VALUES('19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',14,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"8f53f75f-cf90-4613-9f46-751c73e09605","revision":1,"text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','ea471723fbb2ecf2cd3190687950f72a7aca7d806bc524f453595aae15c97e4d');
INSERT INTO "step" VALUES('19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',15,'Rate',0,0,'[{"after":{"deck":"home","id":"d8251f3b-5574-409e-abf9-fd1b1d61ce9d","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"0639ed33-dcb8-43ef-a3a7-b449d529e769","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','42c7f6ff28f1f975d4dbb7fb615d7022298d8eba65d3bb86ea379a381fdd040a');
INSERT INTO "step" VALUES('19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',16,'GiveFeedback',0,0,'[{"after":{"id":"83bacfd3-9dac-4982-ad2a-d33a999441ec","kind":"heard","review":"","revision":1,"seat":null,"shared_text":"","tag":"","text":"I was."},"before":null,"kind":"feedback"}]','51e75da80982845faad39d480ddcd32b4a7090a48a065f0740b886d836973fe8');
INSERT INTO "step" VALUES('19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',17,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"fe7d735b-d470-4dbf-9a29-1a9f6daddd3b","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"a434a427-8a65-4d75-82ff-695d318740a8","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"fe7d735b-d470-4dbf-9a29-1a9f6daddd3b","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"a434a427-8a65-4d75-82ff-695d318740a8","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"8f53f75f-cf90-4613-9f46-751c73e09605","deck":"town","ended":null,"id":"8cf41d1e-300d-41ef-9f1e-d23d15b940a6","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"da95e6f2-3f47-46eb-8c30-a8276bd789ed","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','fbc59e1f0c0251c1d888a04ce2c96f6fcb3e536f2a8eb0557f6082e1358bfb54');
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
INSERT INTO "turn" VALUES('8cf41d1e-300d-41ef-9f1e-d23d15b940a6',1,'773f400ee7dc0d8e143826bf8bc3b09ccc58fd62340a2cd455f19d9db63143de','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',2,'town','8f53f75f-cf90-4613-9f46-751c73e09605','da95e6f2-3f47-46eb-8c30-a8276bd789ed','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
INSERT INTO "turn" VALUES('fe7d735b-d470-4dbf-9a29-1a9f6daddd3b',4,'5d65c2aa497dc1c785552e7b6f47ef992b5868ec042a0747d746a4c14c6b1ba4','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e',1,'town','cold-tea','a434a427-8a65-4d75-82ff-695d318740a8','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
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
INSERT INTO "voice" VALUES('02687b50-745c-4958-ad4b-06e2d304fcfa',1,'4c185e8fa5201cdaf6d3e12d90cce672fa4d4d6a0705dbca1385eae8fd00a634','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','a434a427-8a65-4d75-82ff-695d318740a8',1);
INSERT INTO "voice" VALUES('a9f73549-9f0e-4673-a277-787ea9850f87',1,'4803fbf03434a34361377cfe0323086db4433ebae02bbb659eb7c91d750ebf4e','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','6c17e0ac-ac10-4724-b389-4e02e5c18690',0);
INSERT INTO "voice" VALUES('d280aad4-d6ad-4ce0-8a09-a5fc8cb1cb79',1,'eefdda82def26a6c289bd7614986231abb044e25a49108fdb22f331544b08d36','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','da95e6f2-3f47-46eb-8c30-a8276bd789ed',0);
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
INSERT INTO "wild_card" VALUES('8f53f75f-cf90-4613-9f46-751c73e09605',1,'5a63a0308d77b8c843b64e0ea2df7f0d248d4a5294c110aa947bd36fefbe71e5','19ec9cbf-65b2-491a-8cd1-6a9fc065f68e','town','Our own','The cat',1);
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
