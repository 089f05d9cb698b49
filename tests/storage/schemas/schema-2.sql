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
INSERT INTO "draft" VALUES('957ed9af-71ef-465c-aa3d-ad43aa84e557',1,'66e7ffcd56e62ea1e2046853acb649e36c268f337a56dba37d5ba49007fb20ac','2456208c-b33c-4a63-a846-49f97411637e','lightbulb','half a thought',NULL,NULL,'',0);
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
INSERT INTO "feedback" VALUES('4888864a-e360-4505-a01f-8e1962565847',1,'a316703831664c1576003653d8c5cdcf4a14ae42d7ef20966c0057e3ca76adb7','2456208c-b33c-4a63-a846-49f97411637e','heard','I was.',NULL,'');
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
INSERT INTO "lightbulb" VALUES('ab7b65d3-ce23-4223-826f-6e4f1b1c78f1',1,'b60cb4bfb501b5895f8939ece7ddc2c122086418e7808c3883235198f09b7067','2456208c-b33c-4a63-a846-49f97411637e','difficult','afraid','877a7667-e028-4df1-b6ba-cc780226f8ef','nurse',NULL,'');
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
INSERT INTO "parked_topic" VALUES('1e904781-db40-41b1-a256-deb1650ad068',1,'ebb4a13a5d97d83534ea0bc86683597a23506efeba7b5a1a47f5d09bf59ead97','2456208c-b33c-4a63-a846-49f97411637e','Parking','877a7667-e028-4df1-b6ba-cc780226f8ef','','');
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
INSERT INTO "played_deck" VALUES('28f7e8bb-2aae-4d34-bc7a-a04580a81e27',1,'4d33ba7f48c97d647a67fd90c37c9c7a4c5b2ec13ff8da267511d24dc3d0aee7','2456208c-b33c-4a63-a846-49f97411637e','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
INSERT INTO "played_deck" VALUES('aa8457cc-c541-4cad-99d8-b46fdd825ef9',1,'914e7820ba4c1f98d5a8a150fd23fff06902ccfa4996044c6bcb45a3ebead79c','2456208c-b33c-4a63-a846-49f97411637e','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
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
INSERT INTO "pledge" VALUES('6caaf68e-cb05-4370-b6d8-3131e1f6fe35',1,'0ae20f9b9cfdae5bda6d24a372230974defed11099aad035af65c4433420b766','2456208c-b33c-4a63-a846-49f97411637e','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open"}]','877a7667-e028-4df1-b6ba-cc780226f8ef','');
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
INSERT INTO "rating" VALUES('37ebc2d4-8aea-4803-9e20-e7bbe748cf65',1,'020767f351c1c9e1731f36cc8ea113600942cc1489f96fdecba0246cf966b789','2456208c-b33c-4a63-a846-49f97411637e','home','nurse',7,'before');
INSERT INTO "rating" VALUES('5ad1a206-5def-484d-884f-19b381fa0612',1,'1d1833f0161c7ca4df5fa6c7926104bdffc1aa0e2a47317dbd2b088a15050d78','2456208c-b33c-4a63-a846-49f97411637e','home','nurse',3,'before');
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
INSERT INTO "response" VALUES('68d026dd-7e6e-4c17-bfae-5f4a13887d40',1,'12dbfb31789c7d83226e5e72a98ea0f0fa9e1eb81371a93a37ce27ff66b2d12b','2456208c-b33c-4a63-a846-49f97411637e','877a7667-e028-4df1-b6ba-cc780226f8ef','nurse','I want my own bed.',1,NULL,'shoes',0,'');
INSERT INTO "response" VALUES('974129ce-8c15-4031-9895-3266306d8858',1,'b9be82590ad82db1cce3f609e33767ca31bcf5b2564f7bdc7b9af13798675a4d','2456208c-b33c-4a63-a846-49f97411637e','877a7667-e028-4df1-b6ba-cc780226f8ef','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'');
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
INSERT INTO "seat" VALUES('0e47f1c5-5a3c-45f3-9e79-5a8502e0ae0d',1,'30dff8f683c73b93ce44c752d60a14ddfd60b810fa49cd90cb1c43a4bef8983c','2456208c-b33c-4a63-a846-49f97411637e',1,'Asha','','lived','','here');
INSERT INTO "seat" VALUES('601b9e5e-9090-4301-8d99-5b7bcffb5157',1,'1d71d48d18f2bd21b99aed7837a6da15c0033e1fa0db60159f3cd32a25480530','2456208c-b33c-4a63-a846-49f97411637e',2,'Tom','','service','','here');
INSERT INTO "seat" VALUES('b7e921ef-0926-4694-8f8f-a8893fbb75f3',1,'f384ab6b8a6297d02a20acd7694b868aeb3eebc6e6c5235fb99f89e92a8bebfb','2456208c-b33c-4a63-a846-49f97411637e',3,'Bea','',NULL,'','here');
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
INSERT INTO "session" VALUES('2456208c-b33c-4a63-a846-49f97411637e',4,'ff7af5b2a9c1b71516875230a6bd34c5995a48dc252739a032e75b3f9a1f197a','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-11-30T22:18:16.926301Z',16,31);
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
INSERT INTO "step" VALUES('2456208c-b33c-4a63-a846-49f97411637e',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"877a7667-e028-4df1-b6ba-cc780226f8ef","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"0e47f1c5-5a3c-45f3-9e79-5a8502e0ae0d","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"877a7667-e028-4df1-b6ba-cc780226f8ef","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"0e47f1c5-5a3c-45f3-9e79-5a8502e0ae0d","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','07c40082d795b1ac7300eefd54285e6040da7bd4ec24bd7f22bc0d4e59bdac58');
INSERT INTO "step" VALUES('2456208c-b33c-4a63-a846-49f97411637e',9,'Say',0,0,'[{"after":{"id":"68d026dd-7e6e-4c17-bfae-5f4a13887d40","place":1,"revision":1,"seat":null,"shoes":"nurse","tag":"","text":"I want my own bed.","turn":"877a7667-e028-4df1-b6ba-cc780226f8ef","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','efaba04039e66fb7d8d8649640bf1b747b8024d8598be4d67784e5ed18b15e03');
INSERT INTO "step" VALUES('2456208c-b33c-4a63-a846-49f97411637e',10,'Say',0,0,'[{"after":{"id":"974129ce-8c15-4031-9895-3266306d8858","place":2,"revision":1,"seat":null,"shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"877a7667-e028-4df1-b6ba-cc780226f8ef","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','95d8a9f7054ff46048cfec806efaf220821e341581ff9c4038798759a979442a');
INSERT INTO "step" VALUES('2456208c-b33c-4a63-a846-49f97411637e',11,'AddLightbulb',0,0,'[{"after":{"id":"ab7b65d3-ce23-4223-826f-6e4f1b1c78f1","now_see":"afraid","response":null,"revision":1,"shoes":"nurse","tag":"","turn":"877a7667-e028-4df1-b6ba-cc780226f8ef","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','1ba71e88fad7b0d4cab9f34ad731e93c2a8bc2cdf5eb717ee7d3e3f2330be8cb');
INSERT INTO "step" VALUES('2456208c-b33c-4a63-a846-49f97411637e',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"1e904781-db40-41b1-a256-deb1650ad068","revision":1,"tag":"","text":"Parking","turn":"877a7667-e028-4df1-b6ba-cc780226f8ef"},"before":null,"kind":"parked_topic"}]','4fa8e78666f510ea12f2ec8c54c555752a2381342d7788ee2886904bfd913dc3');
INSERT INTO "step" VALUES('2456208c-b33c-4a63-a846-49f97411637e',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","history":[{"note":"","on":"2026-03-02","state":"open"}],"horizon":"now","id":"6caaf68e-cb05-4370-b6d8-3131e1f6fe35","owner":"Tom","revision":1,"state":"open","tag":"","text":"I will ring.","turn":"877a7667-e028-4df1-b6ba-cc780226f8ef"},"before":null,"kind":"pledge"}]','5e30af84a376d5ead1b91d077a372c9113ef7563eacbcc296d4c8f69f5d2be54');
INSERT INTO "step" VALUES('2456208c-b33c-4a63-a846-49f97411637e',14,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"84637263-b1db-4be9-8584-dd14b590ea50","revision":1,"text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','e5bcf613eaec96e62ce3abaab8c3e03d49f30b3cd924e382116549ecf345153b');
INSERT INTO "step" VALUES('2456208c-b33c-4a63-a846-49f97411637e',15,'Rate',0,0,'[{"after":{"deck":"home","id":"5ad1a206-5def-484d-884f-19b381fa0612","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"37ebc2d4-8aea-4803-9e20-e7bbe748cf65","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','7e0192529a0910980347dcbb680f7cf92d89ef18420547590acdd034ad7bc5ef');
INSERT INTO "step" VALUES('2456208c-b33c-4a63-a846-49f97411637e',16,'GiveFeedback',0,0,'[{"after":{"id":"4888864a-e360-4505-a01f-8e1962565847","kind":"heard","revision":1,"seat":null,"tag":"","text":"I was."},"before":null,"kind":"feedback"}]','14d2c3b93c14e31b0556ca6f870eac8988d74f1da2d9894a9ed26deecee18cd7');
INSERT INTO "step" VALUES('2456208c-b33c-4a63-a846-49f97411637e',17,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"877a7667-e028-4df1-b6ba-cc780226f8ef","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"0e47f1c5-5a3c-45f3-9e79-5a8502e0ae0d","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"877a7667-e028-4df1-b6ba-cc780226f8ef","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"0e47f1c5-5a3c-45f3-9e79-5a8502e0ae0d","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"84637263-b1db-4be9-8584-dd14b590ea50","deck":"town","ended":null,"id":"578a2442-8a46-43d1-bb64-de18155cfc72","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"601b9e5e-9090-4301-8d99-5b7bcffb5157","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','afa80ac0e8ce8d9540bb4ff8de55fdc21f451674a8f0e601a54088fa66f67b45');
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
INSERT INTO "turn" VALUES('578a2442-8a46-43d1-bb64-de18155cfc72',1,'eba30dff34512cce7da416d0339831692a7fd8bc7408845a3f24e4180dbb7c32','2456208c-b33c-4a63-a846-49f97411637e',2,'town','84637263-b1db-4be9-8584-dd14b590ea50','601b9e5e-9090-4301-8d99-5b7bcffb5157','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
INSERT INTO "turn" VALUES('877a7667-e028-4df1-b6ba-cc780226f8ef',4,'e67af8cd3c79f002639a4783d8a67d3a4d3c7e0d37420d8f0fb88dc9a4aae504','2456208c-b33c-4a63-a846-49f97411637e',1,'town','cold-tea','0e47f1c5-5a3c-45f3-9e79-5a8502e0ae0d','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
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
INSERT INTO "voice" VALUES('914c7076-cdf9-4d87-92a6-e82c5aaa3373',1,'47cbdd3873347a99290a2f5b97b55a872d6eaf3f930aec28119fa3c2a2d3795a','2456208c-b33c-4a63-a846-49f97411637e','0e47f1c5-5a3c-45f3-9e79-5a8502e0ae0d',1);
INSERT INTO "voice" VALUES('a94eb209-aaf8-4144-8354-0eb23f5e1476',1,'03ffc403c79edefd2d4e5fa5354a53428df1965eb8379f7dbe77474e32337c5e','2456208c-b33c-4a63-a846-49f97411637e','601b9e5e-9090-4301-8d99-5b7bcffb5157',0);
INSERT INTO "voice" VALUES('e0503e65-82a7-4779-9354-34872cf7628f',1,'831b80bd2bc8a9fb78eac190528b27db45047124d514d6285a8c8edb0e87e587','2456208c-b33c-4a63-a846-49f97411637e','b7e921ef-0926-4694-8f8f-a8893fbb75f3',0);
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
INSERT INTO "wild_card" VALUES('84637263-b1db-4be9-8584-dd14b590ea50',1,'4f23ab3f07d1a611b9dd9b792a4833c2be0b951fb9438a7db0bf7dc13735f839','2456208c-b33c-4a63-a846-49f97411637e','town','Our own','The cat',1);
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
