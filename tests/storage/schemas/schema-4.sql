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
INSERT INTO "draft" VALUES('bafc6c56-efe1-4d25-b12e-0e9d458e162d',1,'f0c40ddbf1061f9902324814c8a44a057f8572a27255fbf292eb01fa61d8a887','a986531e-73ad-41d9-8afb-28fbe4b8538e','lightbulb','half a thought',NULL,NULL,'',0);
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
INSERT INTO "feedback" VALUES('f85ddf43-37dd-48d6-9597-d1f652364f0b',1,'a774a30d4a3bf3a76ea917aa600d06826fdc12dffa0488a7d201eba3453ea154','a986531e-73ad-41d9-8afb-28fbe4b8538e','heard','I was.',NULL,'','','');
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
INSERT INTO "lightbulb" VALUES('d4a94246-2f12-4fb8-b0b5-f65449024380',1,'6d3b720904128d2867cb6bf54a5e9b8729d1be0bf348bd971a9d81f443465fc1','a986531e-73ad-41d9-8afb-28fbe4b8538e','difficult','afraid','c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8','nurse',NULL,'','','');
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
INSERT INTO "parked_topic" VALUES('625abb71-fffc-41d5-9ddc-48b87edf30b4',1,'acb9d559c63e3d738a0d6b4f38fc9a6f21e4160b36cd9eaf585bae1c060ea35b','a986531e-73ad-41d9-8afb-28fbe4b8538e','Parking','c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8','','','','');
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
INSERT INTO "played_deck" VALUES('36e56535-8d83-4630-b4b7-ed805adcf59e',1,'a53ce39237f7e375f4441a622bf6778782d89996df97be69e536b3e25d8a52b6','a986531e-73ad-41d9-8afb-28fbe4b8538e','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
INSERT INTO "played_deck" VALUES('86b78f92-ba27-49e4-9eb0-9abff3398a0f',1,'2d635e11918d94f238edb39fe81eb9d68b2bce8f8de5aecdf59d0806c08b7a68','a986531e-73ad-41d9-8afb-28fbe4b8538e','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
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
INSERT INTO "pledge" VALUES('5e1245b3-5514-4ca4-a097-510534227168',1,'9f3384cfdd5d81685144ba5b467e39fc4ddbc745b654d10fc3da30aec46d078a','a986531e-73ad-41d9-8afb-28fbe4b8538e','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open","was":""}]','c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8','','','','the ward rings','me',NULL,NULL);
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
INSERT INTO "pledge_update" VALUES('2200f7ea-98f4-49c0-9baf-0a4cec677640',1,'8172344907c2001395108df77a01877780e010255d1f5c9a1c1c8ef6cb7c0a01','a986531e-73ad-41d9-8afb-28fbe4b8538e','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','2026-03-02','stuck','Nobody had the number.','','','','');
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
INSERT INTO "rating" VALUES('2ba2378e-32ae-4e76-82ac-252e132464da',1,'bcda5bb5d51f31fb52bdf19c9b46fca82b2aca53b9d3607384eaff9f66f1a3f4','a986531e-73ad-41d9-8afb-28fbe4b8538e','home','nurse',3,'before');
INSERT INTO "rating" VALUES('f2073d11-da7a-421e-86d6-726630838258',1,'c48a6e747c6022cb0dc19767f91cc4d125285657c8a0402393957d0c3df402b4','a986531e-73ad-41d9-8afb-28fbe4b8538e','home','nurse',7,'before');
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
INSERT INTO "response" VALUES('6c3377e2-8367-4109-b945-1b0f4ffbbd34',1,'33119d3ff4a986d9aedd2ffc41afe89e02b95d932872c5d2aa1985ed560caca3','a986531e-73ad-41d9-8afb-28fbe4b8538e','c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'','','');
INSERT INTO "response" VALUES('831100e6-f9a3-4210-8976-b009103708ce',1,'064bcc8b90ff7ad27c5005c3405e878d6cbf6fcc49bcabec0838786810b7c958','a986531e-73ad-41d9-8afb-28fbe4b8538e','c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8','nurse','I want my own bed.',1,NULL,'shoes',0,'','','');
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
INSERT INTO "seat" VALUES('385dbf6a-8df7-42e0-bea0-cb037a3f61a0',1,'2541996919752d2e872d35e8779215b2288d627eaa6fd40c6fd603976603ad6f','a986531e-73ad-41d9-8afb-28fbe4b8538e',2,'Tom','','service','','here');
INSERT INTO "seat" VALUES('663aa4e4-6c7b-4bfd-bb85-b1b384652586',1,'353fd5bcf07cbdcdc586b9bc161895f1e898bba794d83627d44f00d299151979','a986531e-73ad-41d9-8afb-28fbe4b8538e',3,'Bea','',NULL,'','here');
INSERT INTO "seat" VALUES('8b206c93-a724-4751-a870-7c60484b58c2',1,'347098b0038138a92545aa792c74809e2034b124116712b59df97659a9c353d7','a986531e-73ad-41d9-8afb-28fbe4b8538e',1,'Asha','','lived','','here');
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
INSERT INTO "session" VALUES('a986531e-73ad-41d9-8afb-28fbe4b8538e',4,'b93b3a846ed680410250ed1be8af7e7b7af706018377ff04ac7b62bb824229cd','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-12-01T00:34:41.162350Z',17,33,'',0);
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
INSERT INTO "step" VALUES('a986531e-73ad-41d9-8afb-28fbe4b8538e',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"8b206c93-a724-4751-a870-7c60484b58c2","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"8b206c93-a724-4751-a870-7c60484b58c2","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','b0d4c969eebf0a9448c80050dc47d0c4bb8b6bbf4c275ce646ad3bcf38669fdd');
INSERT INTO "step" VALUES('a986531e-73ad-41d9-8afb-28fbe4b8538e',9,'Say',0,0,'[{"after":{"id":"831100e6-f9a3-4210-8976-b009103708ce","place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"I want my own bed.","turn":"c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','bb09807ac7604095d564cc7eb71e43effb96a47a9ee681911f0f675a12a524ae');
INSERT INTO "step" VALUES('a986531e-73ad-41d9-8afb-28fbe4b8538e',10,'Say',0,0,'[{"after":{"id":"6c3377e2-8367-4109-b945-1b0f4ffbbd34","place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','e973dcbca65f1ae22cdc0496f220bad9b63f5228da5fadf7ba0ddf5d22e1f75e');
INSERT INTO "step" VALUES('a986531e-73ad-41d9-8afb-28fbe4b8538e',11,'AddLightbulb',0,0,'[{"after":{"id":"d4a94246-2f12-4fb8-b0b5-f65449024380","now_see":"afraid","response":null,"review":"","revision":1,"shared_text":"","shoes":"nurse","tag":"","turn":"c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','e8c30772e44602a5633ce2d125f01d203530b98ad336777d8476fc1545b50663');
INSERT INTO "step" VALUES('a986531e-73ad-41d9-8afb-28fbe4b8538e',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"625abb71-fffc-41d5-9ddc-48b87edf30b4","review":"","revision":1,"shared_text":"","tag":"","text":"Parking","turn":"c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8"},"before":null,"kind":"parked_topic"}]','7597e705d47dee3754d0e7443d679e92eef4d4cce55b90f191eb3322f693eb74');
INSERT INTO "step" VALUES('a986531e-73ad-41d9-8afb-28fbe4b8538e',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","condition":"the ward rings","history":[{"note":"","on":"2026-03-02","state":"open","was":""}],"horizon":"now","id":"5e1245b3-5514-4ca4-a097-510534227168","lightbulb":null,"owner":"Tom","response":null,"review":"","revision":1,"scope":"me","shared_text":"","state":"open","tag":"","text":"I will ring.","turn":"c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8"},"before":null,"kind":"pledge"}]','bc6104647f8813bd06503bf6a8ca8ae1e124ecd4b0ebd9c0b36c0bda2891ae73');
INSERT INTO "step" VALUES('a986531e-73ad-41d9-8afb-28fbe4b8538e',14,'UpdatePledge',0,0,'[{"after":{"id":"2200f7ea-98f4-49c0-9baf-0a4cec677640","made_in":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","note":"Nobody had the number.","on":"2026-03-02","pledge":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","review":"","revision":1,"shared_text":"","state":"stuck","tag":"","text":""},"before":null,"kind":"pledge_update"}]','aeb6f061df98916e4866308d4182b9c3866494c90da6e7c154ef5fbbe1be0169');
INSERT INTO "step" VALUES('a986531e-73ad-41d9-8afb-28fbe4b8538e',15,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"e3966f14-cc7f-4a7e-83f7-97aae259dda9","review":"","revision":1,"shared_text":"","tag":"","text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','c0200327e6b1767be802f578f00cb6041d95acd065c1c63ccce40d54bbd479bb');
INSERT INTO "step" VALUES('a986531e-73ad-41d9-8afb-28fbe4b8538e',16,'Rate',0,0,'[{"after":{"deck":"home","id":"2ba2378e-32ae-4e76-82ac-252e132464da","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"f2073d11-da7a-421e-86d6-726630838258","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','1ba617d39a680c90b8f1f288421137d9e3a072c9709fb1e8ea22a90a59f4e23f');
INSERT INTO "step" VALUES('a986531e-73ad-41d9-8afb-28fbe4b8538e',17,'GiveFeedback',0,0,'[{"after":{"id":"f85ddf43-37dd-48d6-9597-d1f652364f0b","kind":"heard","review":"","revision":1,"seat":null,"shared_text":"","tag":"","text":"I was."},"before":null,"kind":"feedback"}]','5a432beea54691ba2140ac6a78acf7b55033b7750ca8256c929066af9151b3b9');
INSERT INTO "step" VALUES('a986531e-73ad-41d9-8afb-28fbe4b8538e',18,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"8b206c93-a724-4751-a870-7c60484b58c2","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"8b206c93-a724-4751-a870-7c60484b58c2","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"e3966f14-cc7f-4a7e-83f7-97aae259dda9","deck":"town","ended":null,"id":"1cfd0d93-6942-46e7-a435-f719ef506cf5","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"385dbf6a-8df7-42e0-bea0-cb037a3f61a0","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','395f64a020637dac2b3ba40f6f44f35693d44704996ef9779b6ed5ef14510a6d');
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
INSERT INTO "turn" VALUES('1cfd0d93-6942-46e7-a435-f719ef506cf5',1,'a8f34e4c33d1ac61644dcbf33f4e111c1ddbcfeaea3524c5a26f2966b8222363','a986531e-73ad-41d9-8afb-28fbe4b8538e',2,'town','e3966f14-cc7f-4a7e-83f7-97aae259dda9','385dbf6a-8df7-42e0-bea0-cb037a3f61a0','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
INSERT INTO "turn" VALUES('c3483a5e-f6a9-4952-8bd2-f94d04c7cfe8',4,'389d7052bb5c5a05bb2701ec33e34ac23e9d4f2c1e6e06e7a62cbeb2e1591b9b','a986531e-73ad-41d9-8afb-28fbe4b8538e',1,'town','cold-tea','8b206c93-a724-4751-a870-7c60484b58c2','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
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
INSERT INTO "voice" VALUES('38e4f56c-44b6-4f6a-a71f-d0efb2c34cf4',1,'93131dccd16610900a2e446bc02c066bb9204afcaaf8a43b1ae7ad16ec561375','a986531e-73ad-41d9-8afb-28fbe4b8538e','663aa4e4-6c7b-4bfd-bb85-b1b384652586',0);
INSERT INTO "voice" VALUES('39e53ede-b608-425a-8ac9-e4f3b0f74e86',1,'44aad79065d5f416e5cf6fea299c46f0a3f27cb48bb258320ac07652ee3930d2','a986531e-73ad-41d9-8afb-28fbe4b8538e','8b206c93-a724-4751-a870-7c60484b58c2',1);
INSERT INTO "voice" VALUES('afc59df6-f78f-428d-b0fb-e8d95de46d8d',1,'34f3f713c701e320b6ff99cb2f3d6aebd0be4133218ba4b3b429ce972c74f79d','a986531e-73ad-41d9-8afb-28fbe4b8538e','385dbf6a-8df7-42e0-bea0-cb037a3f61a0',0);
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
INSERT INTO "wild_card" VALUES('e3966f14-cc7f-4a7e-83f7-97aae259dda9',1,'b382fb32fd71cb3cea4a462a78af28cec584745713d41cadc7af4bc382f9650f','a986531e-73ad-41d9-8afb-28fbe4b8538e','town','Our own','The cat',1,'','','');
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
