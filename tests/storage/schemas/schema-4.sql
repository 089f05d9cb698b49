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
INSERT INTO "draft" VALUES('4625dec4-352f-4152-b07b-b93f1ddf5a25',1,'933ada595562d97870a53f0c68e2dfbfa2acf7aa7ed0419e1c7c8c774ae3dfb1','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','lightbulb','half a thought',NULL,NULL,'',0);
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
INSERT INTO "feedback" VALUES('95c4cdba-9dfa-400a-b0cc-870269b8891c',1,'b1ecaee45852e5ceee7e3dff0c3d30d8373709902e89839aaf77612ee4ffef69','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','heard','I was.',NULL,'','','');
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
INSERT INTO "lightbulb" VALUES('e71a66a7-9d12-42be-b898-95ecef2c39e6',1,'5da7a9ff481c780e1c0b02e4b169e5974422755040503084f675686aa2751d5a','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','difficult','afraid','cace8080-ce6c-4abc-a42c-4e67c8885bb3','nurse',NULL,'','','');
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
INSERT INTO "parked_topic" VALUES('caf74579-3ad6-4237-9163-4900ad6119b8',1,'5d71b5b063503962908eba14421e5903bae2a187823f954d0f64955f7c39448e','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','Parking','cace8080-ce6c-4abc-a42c-4e67c8885bb3','','','','');
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
INSERT INTO "played_deck" VALUES('70aa5dfb-05a4-432f-8f8c-4cadf0798c41',1,'0058374a70af2f43d6f1e335273a1ca9b1f5e9de3d59330ae64ca8886e612eb5','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
INSERT INTO "played_deck" VALUES('e30f0fe7-400a-4588-8b98-063e386e0f18',1,'d12473f3a5817ee4175c11228ac1261f4022029ca4191cdad1b9509bd98d9acb','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
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
INSERT INTO "pledge" VALUES('a979cd3f-6736-48c1-ba71-07c8e1c62387',1,'d8f33abeb65dc2ce5796667b42d3806f0e5e3f5e3558c44c1590ff67aa8c0911','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open","was":""}]','cace8080-ce6c-4abc-a42c-4e67c8885bb3','','','','','',NULL,NULL);
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
INSERT INTO "rating" VALUES('9d9b0997-9413-4f9d-8a72-bc1147d6f5a3',1,'8fb4657ce3b6fba6d331f692ba52ca95c6842ff733e1db9d79a2893ee1cbd1a6','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','home','nurse',3,'before');
INSERT INTO "rating" VALUES('f7b19e33-9a4c-4c3a-9e9e-faa654235638',1,'54e1aa0f53b0be456de3030faa0f07c7fc9dbb3d5b0c36d30cd2ce277b0281cd','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','home','nurse',7,'before');
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
INSERT INTO "response" VALUES('58321b5c-a1f8-4ca5-8032-0a757b4a9264',1,'90edee6e5380afc29fc9bd7f0dd4645cfeed5d966019c7ecd79098590840cd6d','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','cace8080-ce6c-4abc-a42c-4e67c8885bb3','nurse','I want my own bed.',1,NULL,'shoes',0,'','','');
INSERT INTO "response" VALUES('95d9209f-02d6-473a-b5bf-2c7c5835071b',1,'37158666e9824fff30f21a185c930e7f1e75fe2678f52ee91a4467f04c4a037e','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','cace8080-ce6c-4abc-a42c-4e67c8885bb3','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'','','');
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
INSERT INTO "seat" VALUES('24d7dbfa-85a3-4863-8883-f257e11a897c',1,'31264b9a8e8812a4737113cce50f0fa5c83c884b7df7b5ae0454d1270ce19fd6','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',1,'Asha','','lived','','here');
INSERT INTO "seat" VALUES('c05f8832-a307-4092-bea6-a1f0e19463c4',1,'03089123d2422b13ba40408951bbdd65db2c1542c6ccda0a19a2a85b5eba9585','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',2,'Tom','','service','','here');
INSERT INTO "seat" VALUES('e84ee621-8555-419a-8a6a-f4b5a180ac51',1,'3893c443fb344d3b2fba4712adf376bb18e3271a4e12a15ec6e6493130999e1d','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',3,'Bea','',NULL,'','here');
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
INSERT INTO "session" VALUES('c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',4,'b2e078e909c08da0825eb45e53ed5d13229c35247e23520701846e688aac36a0','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-12-01T00:06:20.920094Z',16,31,'',0,'');
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
INSERT INTO "step" VALUES('c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"cace8080-ce6c-4abc-a42c-4e67c8885bb3","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"24d7dbfa-85a3-4863-8883-f257e11a897c","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"cace8080-ce6c-4abc-a42c-4e67c8885bb3","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"24d7dbfa-85a3-4863-8883-f257e11a897c","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','9a3a251bfe06e9eb53c49457ff733d504d85a45f4b89af5ad74c68e9265c3d7e');
INSERT INTO "step" VALUES('c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',9,'Say',0,0,'[{"after":{"id":"58321b5c-a1f8-4ca5-8032-0a757b4a9264","place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"I want my own bed.","turn":"cace8080-ce6c-4abc-a42c-4e67c8885bb3","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','05d15c51b319686f9cdc59a9a21cda8add289ec7aee6dfaeb993097b48c3d5b2');
INSERT INTO "step" VALUES('c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',10,'Say',0,0,'[{"after":{"id":"95d9209f-02d6-473a-b5bf-2c7c5835071b","place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"cace8080-ce6c-4abc-a42c-4e67c8885bb3","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','5c9603c0d3d68e94d71509d264aa618f479d48d48d4902d34dc354a5c4d3cf63');
INSERT INTO "step" VALUES('c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',11,'AddLightbulb',0,0,'[{"after":{"id":"e71a66a7-9d12-42be-b898-95ecef2c39e6","now_see":"afraid","response":null,"review":"","revision":1,"shared_text":"","shoes":"nurse","tag":"","turn":"cace8080-ce6c-4abc-a42c-4e67c8885bb3","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','2eecf26769d362278be43d05a82877ed1c8422d6d27a226201b5b40bb4832018');
INSERT INTO "step" VALUES('c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"caf74579-3ad6-4237-9163-4900ad6119b8","review":"","revision":1,"shared_text":"","tag":"","text":"Parking","turn":"cace8080-ce6c-4abc-a42c-4e67c8885bb3"},"before":null,"kind":"parked_topic"}]','5707ca99c24fcc65c6c6042cf62047c0fcbdbeb9acc27de46a7d65642ea35c9f');
INSERT INTO "step" VALUES('c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","condition":"","history":[{"note":"","on":"2026-03-02","state":"open","was":""}],"horizon":"now","id":"a979cd3f-6736-48c1-ba71-07c8e1c62387","lightbulb":null,"owner":"Tom","response":null,"review":"","revision":1,"scope":"","shared_text":"","state":"open","tag":"","text":"I will ring.","turn":"cace8080-ce6c-4abc-a42c-4e67c8885bb3"},"before":null,"kind":"pledge"}]','77dacee1debc4bf3dfa14df8814716cf59f6d79f2276e3c5ee77bb334e12c6f5');
INSERT INTO "step" VALUES('c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',14,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"5083164f-4596-4db6-8469-d1068f20d05c","review":"","revision":1,"shared_text":"","tag":"","text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','bae90e7630472f6adddaadb1164460d0ca2878bb413ef2055c1dad1c2bc5e9e1');
INSERT INTO "step" VALUES('c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',15,'Rate',0,0,'[{"after":{"deck":"home","id":"9d9b0997-9413-4f9d-8a72-bc1147d6f5a3","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"f7b19e33-9a4c-4c3a-9e9e-faa654235638","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','f2f95422331392cb8cf7b4cbdc262aa212a092f32d644178b0b951dc78d20f3d');
INSERT INTO "step" VALUES('c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',16,'GiveFeedback',0,0,'[{"after":{"id":"95c4cdba-9dfa-400a-b0cc-870269b8891c","kind":"heard","review":"","revision":1,"seat":null,"shared_text":"","tag":"","text":"I was."},"before":null,"kind":"feedback"}]','bfcab3574aa0a4d445143ebe8baf3a4ee41082470f6904887d8afcc88ffae9da');
INSERT INTO "step" VALUES('c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',17,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"cace8080-ce6c-4abc-a42c-4e67c8885bb3","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"24d7dbfa-85a3-4863-8883-f257e11a897c","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"cace8080-ce6c-4abc-a42c-4e67c8885bb3","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"24d7dbfa-85a3-4863-8883-f257e11a897c","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"5083164f-4596-4db6-8469-d1068f20d05c","deck":"town","ended":null,"id":"06740947-019c-45ef-9c9d-e52ba5f2ac31","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"c05f8832-a307-4092-bea6-a1f0e19463c4","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','e07b891dbbb20f5f6b3fbf2ad774b6bddd6568a406079c8c1c97e958280f0eaf');
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
INSERT INTO "turn" VALUES('06740947-019c-45ef-9c9d-e52ba5f2ac31',1,'ac145463cc7f35c42797a5076af4162c27379575471bc8fc5ac527d4cab704f3','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',2,'town','5083164f-4596-4db6-8469-d1068f20d05c','c05f8832-a307-4092-bea6-a1f0e19463c4','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
INSERT INTO "turn" VALUES('cace8080-ce6c-4abc-a42c-4e67c8885bb3',4,'5021983353bdeed9fd664e49dac094646593d199c16820ed2b18966908dc1006','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc',1,'town','cold-tea','24d7dbfa-85a3-4863-8883-f257e11a897c','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
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
INSERT INTO "voice" VALUES('24e45b7c-7d93-401c-a21e-e412bf873dc5',1,'a8c3ad70483257cc957b2ab521779a6c4672f5a4fbcf086dde82418480f91b6a','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','24d7dbfa-85a3-4863-8883-f257e11a897c',1);
INSERT INTO "voice" VALUES('775502ea-da82-4d0e-8f3a-476a881ff8cf',1,'c15baca53c48e8474a1a8941f6a887fad3ea260f3a9de282d5329be10decb225','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','e84ee621-8555-419a-8a6a-f4b5a180ac51',0);
INSERT INTO "voice" VALUES('d889cc84-e2ae-4c6c-a8a0-05e14c3198ab',1,'3cdbf8d8ef43045d51fbd8590391263ae62c3688984f54a80c6eaa84e7944ada','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','c05f8832-a307-4092-bea6-a1f0e19463c4',0);
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
INSERT INTO "wild_card" VALUES('5083164f-4596-4db6-8469-d1068f20d05c',1,'9466faf102387acfe2ce21c40492e08fe7c34dfbd18f7202e52c6f52f68eb163','c6d87e1d-9ab0-4c26-b1eb-5f5d0eef1fdc','town','Our own','The cat',1,'','','');
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
