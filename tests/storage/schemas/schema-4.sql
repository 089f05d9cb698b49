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
INSERT INTO "draft" VALUES('426232a2-4d75-4b76-9705-edb1d40e38b8',1,'ffa425ca613b8a55178f639b7ee126b030be827847609482491835ebb0f934da','95e4f2c1-3904-44d8-a50f-c9de56872bf6','lightbulb','half a thought',NULL,NULL,'',0);
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
INSERT INTO "feedback" VALUES('62765f8f-6ffb-44ed-812c-dea9b3c6c4fa',1,'eb4f4ae8abee71a1549e6f0d22f8fcb7458b3a0bd821d7e5f6adf1b028755f4d','95e4f2c1-3904-44d8-a50f-c9de56872bf6','heard','I was.',NULL,'','','');
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
INSERT INTO "lightbulb" VALUES('93cd03a6-51cd-4460-a978-35d40cf3500b',1,'2ab962d5cbdbb1538444796c0aad99919469510a7f998991aba687b8a170b964','95e4f2c1-3904-44d8-a50f-c9de56872bf6','difficult','afraid','80eab67f-75aa-4d7d-a749-a278d49946c4','nurse',NULL,'','','');
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
INSERT INTO "parked_topic" VALUES('d51e9d32-bb9b-444e-89cd-1955b798acba',1,'245809be29fc19ff0bb87767af7afc04394c886b580f167ce9fa9e27aa64c3c0','95e4f2c1-3904-44d8-a50f-c9de56872bf6','Parking','80eab67f-75aa-4d7d-a749-a278d49946c4','','','','');
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
INSERT INTO "played_deck" VALUES('c4f273b8-fbba-446d-a8bd-b46420313eff',1,'e32576ba3f750ddced071e4ca1ddf78aa7a43aef239b181329851391189e2e54','95e4f2c1-3904-44d8-a50f-c9de56872bf6','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
INSERT INTO "played_deck" VALUES('cdfd5ac4-4245-4bf5-abe0-2e1fd65fee38',1,'0d5f5259c4660895e59d72c21f141a74c6be8b0abeeb959f458742df2099eaf3','95e4f2c1-3904-44d8-a50f-c9de56872bf6','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
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
INSERT INTO "pledge" VALUES('0f142fb9-618d-4dfd-b64f-5b52a505f23b',1,'9ce71ce6762472934636fae87bc9821187688634a37ceb93522e44b5242006ab','95e4f2c1-3904-44d8-a50f-c9de56872bf6','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open","was":""}]','80eab67f-75aa-4d7d-a749-a278d49946c4','','','','','',NULL,NULL);
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
INSERT INTO "rating" VALUES('9bc00ce5-af2b-4321-b04c-150db686f440',1,'c622e821140bf4085cceab5a9e363ef70b554add320ba29a2a5d2c6bddd852c4','95e4f2c1-3904-44d8-a50f-c9de56872bf6','home','nurse',7,'before');
INSERT INTO "rating" VALUES('db7ddafe-2032-4db7-9796-1f30a35b5307',1,'e517ba1b3ebe0128194e8cfe154014f07d9da0934e8ede886f89bfc76b75849c','95e4f2c1-3904-44d8-a50f-c9de56872bf6','home','nurse',3,'before');
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
INSERT INTO "response" VALUES('35530556-2c17-4b87-aa0d-00d554922203',1,'34b6367288d7b92b76e2beed21515bd77c2097cdde43b60a61a613faf84933a9','95e4f2c1-3904-44d8-a50f-c9de56872bf6','80eab67f-75aa-4d7d-a749-a278d49946c4','nurse','I want my own bed.',1,NULL,'shoes',0,'','','');
INSERT INTO "response" VALUES('a24b374b-b4c2-43f3-bdee-cd2977eba596',1,'519bbb8f2799c59fa342b6a15a831af4cccc1c6ff4f5ad6a84e3c4be90b30397','95e4f2c1-3904-44d8-a50f-c9de56872bf6','80eab67f-75aa-4d7d-a749-a278d49946c4','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'','','');
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
INSERT INTO "seat" VALUES('1805341a-c2ca-4f1d-ac13-3adae0cbc35d',1,'05a562142d7bd4570314d10d6b4d50e82cbff908ba5206e1b85ff9ec39489671','95e4f2c1-3904-44d8-a50f-c9de56872bf6',2,'Tom','','service','','here');
INSERT INTO "seat" VALUES('2f7010d5-e074-4fc4-bf0d-d8a9cff98572',1,'3d242f48ec1d4326209b5cc8db78ccc33038c93eb51e826650acf153f58e0bfd','95e4f2c1-3904-44d8-a50f-c9de56872bf6',1,'Asha','','lived','','here');
INSERT INTO "seat" VALUES('65c60dab-3a36-4e2a-9f3d-2b4d3ef8c474',1,'70402d9b50040906e9b1bbab881818419a66e674b105f5211ba8727207b5c40f','95e4f2c1-3904-44d8-a50f-c9de56872bf6',3,'Bea','',NULL,'','here');
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
  PRIMARY KEY (id)
)
 WITHOUT ROWID;
INSERT INTO "session" VALUES('95e4f2c1-3904-44d8-a50f-c9de56872bf6',4,'cb00bbd8d26fd8db828e7f31919ca3b42a0e4af5a0887389737120a5e1027057','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-11-30T23:49:15.678089Z',16,31,'',0);
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
INSERT INTO "step" VALUES('95e4f2c1-3904-44d8-a50f-c9de56872bf6',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"80eab67f-75aa-4d7d-a749-a278d49946c4","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"2f7010d5-e074-4fc4-bf0d-d8a9cff98572","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"80eab67f-75aa-4d7d-a749-a278d49946c4","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"2f7010d5-e074-4fc4-bf0d-d8a9cff98572","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','92cf8945d8706eece38a46852981bd84342e6ef0451abc2a910253266af91a00');
INSERT INTO "step" VALUES('95e4f2c1-3904-44d8-a50f-c9de56872bf6',9,'Say',0,0,'[{"after":{"id":"35530556-2c17-4b87-aa0d-00d554922203","place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"I want my own bed.","turn":"80eab67f-75aa-4d7d-a749-a278d49946c4","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','a95477d779d3a3b408f760a71ee007c178ab1ee9f351c3c7885802911b4b6708');
INSERT INTO "step" VALUES('95e4f2c1-3904-44d8-a50f-c9de56872bf6',10,'Say',0,0,'[{"after":{"id":"a24b374b-b4c2-43f3-bdee-cd2977eba596","place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"80eab67f-75aa-4d7d-a749-a278d49946c4","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','66e94fce5fbd4e237d0f850660c1483236690e452d6f3247d7a04e345e7513fa');
INSERT INTO "step" VALUES('95e4f2c1-3904-44d8-a50f-c9de56872bf6',11,'AddLightbulb',0,0,'[{"after":{"id":"93cd03a6-51cd-4460-a978-35d40cf3500b","now_see":"afraid","response":null,"review":"","revision":1,"shared_text":"","shoes":"nurse","tag":"","turn":"80eab67f-75aa-4d7d-a749-a278d49946c4","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','7f224513d9fe418c7b1769479c905da2c8bae9a0842debadd164ea6cd90e9112');
INSERT INTO "step" VALUES('95e4f2c1-3904-44d8-a50f-c9de56872bf6',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"d51e9d32-bb9b-444e-89cd-1955b798acba","review":"","revision":1,"shared_text":"","tag":"","text":"Parking","turn":"80eab67f-75aa-4d7d-a749-a278d49946c4"},"before":null,"kind":"parked_topic"}]','c1c8f80671e8c08ee76654ceb6bf05d28beeb8f76f14331f3b9992bbd5efb6b9');
INSERT INTO "step" VALUES('95e4f2c1-3904-44d8-a50f-c9de56872bf6',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","condition":"","history":[{"note":"","on":"2026-03-02","state":"open","was":""}],"horizon":"now","id":"0f142fb9-618d-4dfd-b64f-5b52a505f23b","lightbulb":null,"owner":"Tom","response":null,"review":"","revision":1,"scope":"","shared_text":"","state":"open","tag":"","text":"I will ring.","turn":"80eab67f-75aa-4d7d-a749-a278d49946c4"},"before":null,"kind":"pledge"}]','71c4f4dffadc35e412ada7cc27c4d823a5d04b523bc9041e4364b418dd3eec5e');
INSERT INTO "step" VALUES('95e4f2c1-3904-44d8-a50f-c9de56872bf6',14,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"e94233de-207d-41e4-99a3-42b5192ef135","review":"","revision":1,"shared_text":"","tag":"","text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','7010629bbeba682c85754a4cafe770e2eb6c850a824de0307e73b1f8bd049acd');
INSERT INTO "step" VALUES('95e4f2c1-3904-44d8-a50f-c9de56872bf6',15,'Rate',0,0,'[{"after":{"deck":"home","id":"db7ddafe-2032-4db7-9796-1f30a35b5307","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"9bc00ce5-af2b-4321-b04c-150db686f440","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','7e6b460c2545f5ba732d1fb0c44121299c93d157d22b6aad9bc60e9fa5307629');
INSERT INTO "step" VALUES('95e4f2c1-3904-44d8-a50f-c9de56872bf6',16,'GiveFeedback',0,0,'[{"after":{"id":"62765f8f-6ffb-44ed-812c-dea9b3c6c4fa","kind":"heard","review":"","revision":1,"seat":null,"shared_text":"","tag":"","text":"I was."},"before":null,"kind":"feedback"}]','e472d92da7353f00f11d11d187c2335d540762c3486f61f649773d95cb5d8c1b');
INSERT INTO "step" VALUES('95e4f2c1-3904-44d8-a50f-c9de56872bf6',17,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"80eab67f-75aa-4d7d-a749-a278d49946c4","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"2f7010d5-e074-4fc4-bf0d-d8a9cff98572","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"80eab67f-75aa-4d7d-a749-a278d49946c4","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"2f7010d5-e074-4fc4-bf0d-d8a9cff98572","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"e94233de-207d-41e4-99a3-42b5192ef135","deck":"town","ended":null,"id":"66d81657-f2f6-456e-8e39-4e0318685f49","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"1805341a-c2ca-4f1d-ac13-3adae0cbc35d","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','1058098af4360161148834a722b3bbf0073e605b7ef18d5fb05145062c863754');
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
INSERT INTO "turn" VALUES('66d81657-f2f6-456e-8e39-4e0318685f49',1,'f80beccd4da609dd8bae41e1ef64777ee96c2431255138a4f52216cdfef87406','95e4f2c1-3904-44d8-a50f-c9de56872bf6',2,'town','e94233de-207d-41e4-99a3-42b5192ef135','1805341a-c2ca-4f1d-ac13-3adae0cbc35d','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
INSERT INTO "turn" VALUES('80eab67f-75aa-4d7d-a749-a278d49946c4',4,'133ab4afa6e0f2e3acd25d6d4b0449f3a5f1faf99dfecf254569150f70d54dfc','95e4f2c1-3904-44d8-a50f-c9de56872bf6',1,'town','cold-tea','2f7010d5-e074-4fc4-bf0d-d8a9cff98572','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
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
INSERT INTO "voice" VALUES('7740c197-0b80-4618-a6d0-231bd3624b83',1,'6e6159a6b5c60bb77ad03d1ca6f903bb2515c969b518baa76d23ce67e9af29e3','95e4f2c1-3904-44d8-a50f-c9de56872bf6','1805341a-c2ca-4f1d-ac13-3adae0cbc35d',0);
INSERT INTO "voice" VALUES('9c1b50c5-9bb0-4252-9bd4-5ab00e385182',1,'0497ded90ea8c9a28561676595347401aa839a069719c1b42cd766a015b5f4c9','95e4f2c1-3904-44d8-a50f-c9de56872bf6','2f7010d5-e074-4fc4-bf0d-d8a9cff98572',1);
INSERT INTO "voice" VALUES('fa299058-b130-42f1-922c-d276f0907a00',1,'4c6346bfc2757e89f3f54a0cb2d9a28079b21a5ba29898dc9e45e71de0f756ac','95e4f2c1-3904-44d8-a50f-c9de56872bf6','65c60dab-3a36-4e2a-9f3d-2b4d3ef8c474',0);
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
INSERT INTO "wild_card" VALUES('e94233de-207d-41e4-99a3-42b5192ef135',1,'6800ca8078828dc2410734ed8edbeb8998552f5c3af157e33a695856efb7e616','95e4f2c1-3904-44d8-a50f-c9de56872bf6','town','Our own','The cat',1,'','','');
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
