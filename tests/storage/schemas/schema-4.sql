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
INSERT INTO "draft" VALUES('125e8717-95e8-418c-a3ec-314b1c6fdf1a',1,'6615e39ae97d123b53fa31999c39769f61430ff3c1e08cb7095ae8300ede9cd1','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','lightbulb','half a thought',NULL,NULL,'',0);
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
INSERT INTO "feedback" VALUES('f5575a2e-2b11-49ab-8bad-91e7ef913602',1,'fe39994aa9a1ff174ecc0f579479e8d73f6d2686565bfcc9fb9b6a4296c4c94b','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','heard','I was.',NULL,'','','');
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
INSERT INTO "lightbulb" VALUES('136145c2-d942-40fe-9344-cbb8c6c70628',1,'f944f9abf4ff3d6a8e2b117d94e3187a325c6bed1c6e7026e884c69b9240878a','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','difficult','afraid','652f373c-a317-43ad-ba6f-9c1eeea37065','nurse',NULL,'','','');
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
INSERT INTO "parked_topic" VALUES('0bc914f5-de12-4dc4-ab9a-8d021737ca61',1,'43de5a8af46dd7b0e6982bb76f2af4f9e3f8b59cb761ac1763c3885d3a2a1cc2','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','Parking','652f373c-a317-43ad-ba6f-9c1eeea37065','','','','');
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
INSERT INTO "played_deck" VALUES('0349ae15-7ce8-4cf0-921d-0b4890c46eb5',1,'10d5f2b7a686fc5784b6db717e0c7c592483a35c46275f8bfac8cc19b3da9adc','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
INSERT INTO "played_deck" VALUES('1fda8737-eb0a-427a-ba42-57aef67eb49d',1,'621059789386d0d3b31c24b7955e185cc96b204c147d806b411a14169d60d59b','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
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
INSERT INTO "pledge" VALUES('e955d0c9-3973-40d8-89ef-11867a7a7a76',1,'2b5264a196a378136640c53c4f1d075708e0d1acffb3725d0d0d7747b41c10b7','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open","was":""}]','652f373c-a317-43ad-ba6f-9c1eeea37065','','','','the ward rings','me',NULL,NULL);
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
INSERT INTO "pledge_update" VALUES('e22e1a4d-5c11-4d17-badc-49173e71cef2',1,'1e4acc32a318a3dd85f48103a39a0fbf6258e8aee29ae44bfb5ec693f348bf1f','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','2026-03-02','stuck','Nobody had the number.','','','','');
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
INSERT INTO "rating" VALUES('a4d7f2ec-6fef-4f42-a19c-ada8fd3bf23d',1,'721d7d47c7b9c4510100139fe9a6ec0f55c433f266c7efae594d18625eaefa75','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','home','nurse',7,'before');
INSERT INTO "rating" VALUES('d97c46d9-e368-447c-ab40-209a5375de9b',1,'5dcff5c2ba5f095e91838da097339c5ebd0563a2d15bed79bce975141f9d8370','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','home','nurse',3,'before');
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
INSERT INTO "response" VALUES('4a58d330-2093-4de5-9f21-02a93cf4beb2',1,'c74ba0522a5a3465055b8bda67e3ea786b4d4f47b84c6307c64692751a0ae633','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','652f373c-a317-43ad-ba6f-9c1eeea37065','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'','','');
INSERT INTO "response" VALUES('9d4f35f0-481b-4f73-b0e2-08a4b2be4461',1,'c343a8830f7e7886dbb0db328afced990664dcb231e4cffd2520a1b260678168','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','652f373c-a317-43ad-ba6f-9c1eeea37065','nurse','I want my own bed.',1,NULL,'shoes',0,'','','');
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
INSERT INTO "seat" VALUES('323e4e65-0b18-473a-9ad2-1d6d40173fa4',1,'c2e2e5b7a1609ef49a3aff05006e4d14d235b3d78341158542658fc1639756aa','7db4bb97-f5e3-4b52-b7fe-4bbea788143c',3,'Bea','',NULL,'','here');
INSERT INTO "seat" VALUES('6dba3717-cc36-4871-8513-bc1dcdbd9a02',1,'35293ca50d24efeb34a94781d7eea3914845ac906f23966e39128592113ed503','7db4bb97-f5e3-4b52-b7fe-4bbea788143c',2,'Tom','','service','','here');
INSERT INTO "seat" VALUES('6eb87a36-f6ec-45b0-8a25-7c314afc8f41',1,'dffb325ff09c5ea7e67b5c24c8519b184036fba953f7efea12321faaf2031678','7db4bb97-f5e3-4b52-b7fe-4bbea788143c',1,'Asha','','lived','','here');
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
INSERT INTO "session" VALUES('7db4bb97-f5e3-4b52-b7fe-4bbea788143c',4,'644115fcd5e4642da5da10d6dbea0d115b81c6b8e39a5bc83be2c3f1f9590172','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-12-01T00:35:40.841924Z',17,33,'',0,'');
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
INSERT INTO "step" VALUES('7db4bb97-f5e3-4b52-b7fe-4bbea788143c',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"652f373c-a317-43ad-ba6f-9c1eeea37065","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"6eb87a36-f6ec-45b0-8a25-7c314afc8f41","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"652f373c-a317-43ad-ba6f-9c1eeea37065","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"6eb87a36-f6ec-45b0-8a25-7c314afc8f41","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','f4332838662c69473cdb9004e78976749dbc7a4983283e9a2913fe7c04552941');
INSERT INTO "step" VALUES('7db4bb97-f5e3-4b52-b7fe-4bbea788143c',9,'Say',0,0,'[{"after":{"id":"9d4f35f0-481b-4f73-b0e2-08a4b2be4461","place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"I want my own bed.","turn":"652f373c-a317-43ad-ba6f-9c1eeea37065","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','3404424ee1bae08359b812a506ebc35dd490d9649f82f36b03711afa584998fd');
INSERT INTO "step" VALUES('7db4bb97-f5e3-4b52-b7fe-4bbea788143c',10,'Say',0,0,'[{"after":{"id":"4a58d330-2093-4de5-9f21-02a93cf4beb2","place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"652f373c-a317-43ad-ba6f-9c1eeea37065","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','7c18052dfffb6d633ff2f74ee5e4a1da853fb3bfcf615187cb96a49320db8a86');
INSERT INTO "step" VALUES('7db4bb97-f5e3-4b52-b7fe-4bbea788143c',11,'AddLightbulb',0,0,'[{"after":{"id":"136145c2-d942-40fe-9344-cbb8c6c70628","now_see":"afraid","response":null,"review":"","revision":1,"shared_text":"","shoes":"nurse","tag":"","turn":"652f373c-a317-43ad-ba6f-9c1eeea37065","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','3658d73fb672c62f3ed85814909d59fc8ac2deb9530ba0b9cc097db39d85b727');
INSERT INTO "step" VALUES('7db4bb97-f5e3-4b52-b7fe-4bbea788143c',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"0bc914f5-de12-4dc4-ab9a-8d021737ca61","review":"","revision":1,"shared_text":"","tag":"","text":"Parking","turn":"652f373c-a317-43ad-ba6f-9c1eeea37065"},"before":null,"kind":"parked_topic"}]','fc3df74403c01a5feefa3dce8ccc1fcad6b0b46b04416e4e32e9de430a32bceb');
INSERT INTO "step" VALUES('7db4bb97-f5e3-4b52-b7fe-4bbea788143c',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","condition":"the ward rings","history":[{"note":"","on":"2026-03-02","state":"open","was":""}],"horizon":"now","id":"e955d0c9-3973-40d8-89ef-11867a7a7a76","lightbulb":null,"owner":"Tom","response":null,"review":"","revision":1,"scope":"me","shared_text":"","state":"open","tag":"","text":"I will ring.","turn":"652f373c-a317-43ad-ba6f-9c1eeea37065"},"before":null,"kind":"pledge"}]','694eacdd3cf78df4d13dd25999a62892db9b28ef5e1724a26e73d0fca562d2c3');
INSERT INTO "step" VALUES('7db4bb97-f5e3-4b52-b7fe-4bbea788143c',14,'UpdatePledge',0,0,'[{"after":{"id":"e22e1a4d-5c11-4d17-badc-49173e71cef2","made_in":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","note":"Nobody had the number.","on":"2026-03-02","pledge":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","review":"","revision":1,"shared_text":"","state":"stuck","tag":"","text":""},"before":null,"kind":"pledge_update"}]','d36fc58c2945735e82a7a06ca48141ac34e4bf274553bb3f392d6168c768f51e');
INSERT INTO "step" VALUES('7db4bb97-f5e3-4b52-b7fe-4bbea788143c',15,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"26411f64-f5e7-4187-975e-b47c445f7e09","review":"","revision":1,"shared_text":"","tag":"","text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','415fa3983a735c9e68e2666f4e6974bc1ec190395621a6778613d54095c738a0');
INSERT INTO "step" VALUES('7db4bb97-f5e3-4b52-b7fe-4bbea788143c',16,'Rate',0,0,'[{"after":{"deck":"home","id":"d97c46d9-e368-447c-ab40-209a5375de9b","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"a4d7f2ec-6fef-4f42-a19c-ada8fd3bf23d","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','54c0f4b00969f9733ad17c03adff6dcd0d0431ce6c142bd5aaa30227b931c11a');
INSERT INTO "step" VALUES('7db4bb97-f5e3-4b52-b7fe-4bbea788143c',17,'GiveFeedback',0,0,'[{"after":{"id":"f5575a2e-2b11-49ab-8bad-91e7ef913602","kind":"heard","review":"","revision":1,"seat":null,"shared_text":"","tag":"","text":"I was."},"before":null,"kind":"feedback"}]','13ef222010785be7ea1beb07fe2a1ffb8c6bff4848442d1d283b4f7f1084514b');
INSERT INTO "step" VALUES('7db4bb97-f5e3-4b52-b7fe-4bbea788143c',18,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"652f373c-a317-43ad-ba6f-9c1eeea37065","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"6eb87a36-f6ec-45b0-8a25-7c314afc8f41","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"652f373c-a317-43ad-ba6f-9c1eeea37065","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"6eb87a36-f6ec-45b0-8a25-7c314afc8f41","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"26411f64-f5e7-4187-975e-b47c445f7e09","deck":"town","ended":null,"id":"1226e4f3-f0a2-47ca-a52a-6d4799e0a899","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"6dba3717-cc36-4871-8513-bc1dcdbd9a02","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','480597baf0c7ac70d1429f1e64c0d2547857a9723b6ea4f9577f2d0bdfac905c');
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
INSERT INTO "turn" VALUES('1226e4f3-f0a2-47ca-a52a-6d4799e0a899',1,'6088bd2c0df97f57b960aa7c622716018d6d36d25adc93660f699968710c638a','7db4bb97-f5e3-4b52-b7fe-4bbea788143c',2,'town','26411f64-f5e7-4187-975e-b47c445f7e09','6dba3717-cc36-4871-8513-bc1dcdbd9a02','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
INSERT INTO "turn" VALUES('652f373c-a317-43ad-ba6f-9c1eeea37065',4,'35126a5e6d294c3a4201571dca8db70a4cae98b82b288f5c6794ba375edf0269','7db4bb97-f5e3-4b52-b7fe-4bbea788143c',1,'town','cold-tea','6eb87a36-f6ec-45b0-8a25-7c314afc8f41','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
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
INSERT INTO "voice" VALUES('4178bd65-6b53-455d-b2d7-8f68982b0cb1',1,'2528546f83cafb469d4bad037517207e71bc74d27f475f2e89a1917dab6e8d6c','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','323e4e65-0b18-473a-9ad2-1d6d40173fa4',0);
INSERT INTO "voice" VALUES('7d6cb9c7-9810-4978-bbb4-89eeea12162b',1,'9f5852fcd2472a8889165146c7ed0f8e46c8ede77445eabe236413774b832d29','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','6eb87a36-f6ec-45b0-8a25-7c314afc8f41',1);
INSERT INTO "voice" VALUES('9efd9e18-562c-4f65-a51c-0e31a80d6774',1,'f053ad49b7b165bf2587340fd97802b439522c4d37058e92a9e05bd3eeb623ad','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','6dba3717-cc36-4871-8513-bc1dcdbd9a02',0);
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
INSERT INTO "wild_card" VALUES('26411f64-f5e7-4187-975e-b47c445f7e09',1,'599962adff1238550e2f9821e418c4730dc8147cf2c1d7c99d79b5a7386427fe','7db4bb97-f5e3-4b52-b7fe-4bbea788143c','town','Our own','The cat',1,'','','');
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
