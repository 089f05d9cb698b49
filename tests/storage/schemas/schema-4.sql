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
INSERT INTO "draft" VALUES('3835db0b-8d9a-4238-b50f-dcd38edf21e7',1,'448a54e401635d9266da9f4343253cd009b8f4eeba4286879fb68f3a0eb401c7','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','lightbulb','half a thought',NULL,NULL,'',0);
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
INSERT INTO "feedback" VALUES('10330700-aab0-4993-a515-ecf52c6c95fe',1,'a88054b87928e818b265eb91de269bd43decdd3c6f17aece557e34564ddc488a','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','heard','I was.',NULL,'','','');
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
INSERT INTO "lightbulb" VALUES('f20fa2f2-423f-413e-991a-9b6f90f1cc6e',1,'cb8b29fb2e56d407d74e885fb4f1674acb3c1e5f39935562a962342322cd8bc1','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','difficult','afraid','10728d84-b111-44ac-998b-3ad3ae812a4a','nurse',NULL,'','','');
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
INSERT INTO "parked_topic" VALUES('6961e2c6-6e4e-412b-a971-3fba7b19c23f',1,'4e277fd58f68a7aa7719ec1b092b4b0a39071c1dc35ada470a9bf32ae2ee5416','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','Parking','10728d84-b111-44ac-998b-3ad3ae812a4a','','','','');
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
INSERT INTO "played_deck" VALUES('a1a5b003-bb18-4b8a-9790-5df919949516',1,'b5cfaf3c5d464cb3295e9f90bf4f83bf8018629b203f160af7e825b8ab7623ac','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
INSERT INTO "played_deck" VALUES('da5f64c5-9154-40bc-910d-8cb09c47869c',1,'57b8d366a0efdf845073d8a567a3057d51dca4f37f2e5aee9a13e6889ac581f1','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
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
INSERT INTO "pledge" VALUES('83853584-c221-4030-afd7-19c325c15515',1,'34f088337d5e9e0d4628db8bf258481b4e4a007fca944583251eaa6eeeeab3b3','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open","was":""}]','10728d84-b111-44ac-998b-3ad3ae812a4a','','','','the ward rings','me',NULL,NULL);
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
INSERT INTO "pledge_update" VALUES('e733834b-0a40-4626-8c46-37eb06189aa7',1,'b05a466fca756eb47ed56d811e2a77a5ae37433f370b9cd567bf7b1394548115','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','2026-03-02','stuck','Nobody had the number.','','','','');
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
INSERT INTO "rating" VALUES('6a36c337-a91b-48e5-a06c-cf802888fd84',1,'a8d7f017645df6956beda8871b7670cb28962cd2819c645b6391c4253e241493','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','home','nurse',7,'before');
INSERT INTO "rating" VALUES('d4363487-90c7-4e07-9b32-518f033a5c86',1,'53f0b39c680fa007d263f073c0ae32392c087dae2e4d7293d47dc34d0a97284a','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','home','nurse',3,'before');
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
INSERT INTO "response" VALUES('44976e3a-84ee-4b58-8d1a-095e72a3ed4d',1,'8e79bbc9a18a175af405ba3b47b42dd67045e495b21c50c846490340647204c8','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','10728d84-b111-44ac-998b-3ad3ae812a4a','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'','','');
INSERT INTO "response" VALUES('b13db728-68e0-41e4-9119-a73bca4ff509',1,'335366312a25953ae3bde465d1862363814ace93fd1660bad29c368178934cf1','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','10728d84-b111-44ac-998b-3ad3ae812a4a','nurse','I want my own bed.',1,NULL,'shoes',0,'','','');
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
INSERT INTO "seat" VALUES('9b20c191-c747-4a27-81ac-85786a22770a',1,'90e6cf0047e474868b8f30e138ad4a1fe535bc3069f8dc7dec0f512d42978692','29351ad0-0f3f-478c-a73a-c10e2a2fd80c',2,'Tom','','service','','here');
INSERT INTO "seat" VALUES('c2129095-be4d-46b0-a5cb-dbcd7b0dc53c',1,'31151fe83f51190dfb0628147e1825a15d9cbb36aa993136f8912bb892a6bc31','29351ad0-0f3f-478c-a73a-c10e2a2fd80c',3,'Bea','',NULL,'','here');
INSERT INTO "seat" VALUES('c3358a6f-4fec-492b-bf3b-967b1ebe4568',1,'cb7673a65459f1d79604f7576f181391b457c5d662e2bc459be37e1add6b0a68','29351ad0-0f3f-478c-a73a-c10e2a2fd80c',1,'Asha','','lived','','here');
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
INSERT INTO "session" VALUES('29351ad0-0f3f-478c-a73a-c10e2a2fd80c',4,'cebb9d8dcd7730ee8eea7a6b3aaf007a71fb276f35d65b36dd8fa3fb22df78d9','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-12-01T00:03:39.253909Z',17,33,'',0);
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
INSERT INTO "step" VALUES('29351ad0-0f3f-478c-a73a-c10e2a2fd80c',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"10728d84-b111-44ac-998b-3ad3ae812a4a","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"c3358a6f-4fec-492b-bf3b-967b1ebe4568","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"10728d84-b111-44ac-998b-3ad3ae812a4a","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"c3358a6f-4fec-492b-bf3b-967b1ebe4568","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','8b4dd03747ec8734c640ba941fcf06ff40ca02140b0e5ab4e4c6d720d48bce3a');
INSERT INTO "step" VALUES('29351ad0-0f3f-478c-a73a-c10e2a2fd80c',9,'Say',0,0,'[{"after":{"id":"b13db728-68e0-41e4-9119-a73bca4ff509","place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"I want my own bed.","turn":"10728d84-b111-44ac-998b-3ad3ae812a4a","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','94d6f0bf02ed7e7f6fcb22dc08483596ee9bc5dd861bda48ed1f2dd8095094fa');
INSERT INTO "step" VALUES('29351ad0-0f3f-478c-a73a-c10e2a2fd80c',10,'Say',0,0,'[{"after":{"id":"44976e3a-84ee-4b58-8d1a-095e72a3ed4d","place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"10728d84-b111-44ac-998b-3ad3ae812a4a","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','441375393e1a33185c5bef391a7ef4e20f587818fad0c8d0c34bad91e0325891');
INSERT INTO "step" VALUES('29351ad0-0f3f-478c-a73a-c10e2a2fd80c',11,'AddLightbulb',0,0,'[{"after":{"id":"f20fa2f2-423f-413e-991a-9b6f90f1cc6e","now_see":"afraid","response":null,"review":"","revision":1,"shared_text":"","shoes":"nurse","tag":"","turn":"10728d84-b111-44ac-998b-3ad3ae812a4a","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','2dfcc7e412608c2b4c0331a1fcd0337d0eedada9c709ccd11ca724d16cd16654');
INSERT INTO "step" VALUES('29351ad0-0f3f-478c-a73a-c10e2a2fd80c',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"6961e2c6-6e4e-412b-a971-3fba7b19c23f","review":"","revision":1,"shared_text":"","tag":"","text":"Parking","turn":"10728d84-b111-44ac-998b-3ad3ae812a4a"},"before":null,"kind":"parked_topic"}]','f3a51e33800038c0f044fd6413bff951fcf3b6e3ab7b11a1dd8d76e2e6577a54');
INSERT INTO "step" VALUES('29351ad0-0f3f-478c-a73a-c10e2a2fd80c',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","condition":"the ward rings","history":[{"note":"","on":"2026-03-02","state":"open","was":""}],"horizon":"now","id":"83853584-c221-4030-afd7-19c325c15515","lightbulb":null,"owner":"Tom","response":null,"review":"","revision":1,"scope":"me","shared_text":"","state":"open","tag":"","text":"I will ring.","turn":"10728d84-b111-44ac-998b-3ad3ae812a4a"},"before":null,"kind":"pledge"}]','80514b747f6f511a460923bbc81e798afa38785ceb6496eb3c2cf55dec65cf51');
INSERT INTO "step" VALUES('29351ad0-0f3f-478c-a73a-c10e2a2fd80c',14,'UpdatePledge',0,0,'[{"after":{"id":"e733834b-0a40-4626-8c46-37eb06189aa7","made_in":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","note":"Nobody had the number.","on":"2026-03-02","pledge":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","review":"","revision":1,"shared_text":"","state":"stuck","tag":"","text":""},"before":null,"kind":"pledge_update"}]','1bf0be033a2ad634075e8c07e132792fe6962871db830c0a66746d5acb9d57dd');
INSERT INTO "step" VALUES('29351ad0-0f3f-478c-a73a-c10e2a2fd80c',15,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"882f7ea5-2ccf-411d-a0c5-34faba595abc","review":"","revision":1,"shared_text":"","tag":"","text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','ab03c6264b39fa7eab74eaec319c9e6c58736c29a67f3c26c0feba194f71783f');
INSERT INTO "step" VALUES('29351ad0-0f3f-478c-a73a-c10e2a2fd80c',16,'Rate',0,0,'[{"after":{"deck":"home","id":"d4363487-90c7-4e07-9b32-518f033a5c86","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"6a36c337-a91b-48e5-a06c-cf802888fd84","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','9a758f6acf1b146b24a847086a0e874adb4565c8c75cb6d401e2689e7d7597f9');
INSERT INTO "step" VALUES('29351ad0-0f3f-478c-a73a-c10e2a2fd80c',17,'GiveFeedback',0,0,'[{"after":{"id":"10330700-aab0-4993-a515-ecf52c6c95fe","kind":"heard","review":"","revision":1,"seat":null,"shared_text":"","tag":"","text":"I was."},"before":null,"kind":"feedback"}]','29f8d6389e1f392ff9662f12530b0e18220b2a674efb84f71b964e15740cb4f6');
INSERT INTO "step" VALUES('29351ad0-0f3f-478c-a73a-c10e2a2fd80c',18,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"10728d84-b111-44ac-998b-3ad3ae812a4a","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"c3358a6f-4fec-492b-bf3b-967b1ebe4568","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"10728d84-b111-44ac-998b-3ad3ae812a4a","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"c3358a6f-4fec-492b-bf3b-967b1ebe4568","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"882f7ea5-2ccf-411d-a0c5-34faba595abc","deck":"town","ended":null,"id":"f2cba501-e97f-4966-8619-e93c9a4eccab","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"9b20c191-c747-4a27-81ac-85786a22770a","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','127a6ead323575d3b0dec127cf7cac0a0b3eaf00f1f9da441f87a64a1212f138');
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
INSERT INTO "turn" VALUES('10728d84-b111-44ac-998b-3ad3ae812a4a',4,'8856b342db6b8db1855d3d70921c044f796269fe896adee7da728cdb5f2735fd','29351ad0-0f3f-478c-a73a-c10e2a2fd80c',1,'town','cold-tea','c3358a6f-4fec-492b-bf3b-967b1ebe4568','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
INSERT INTO "turn" VALUES('f2cba501-e97f-4966-8619-e93c9a4eccab',1,'6341f9d965ab0d3c0fc37f37145930fd019ed3536a08473df53e573793bcf267','29351ad0-0f3f-478c-a73a-c10e2a2fd80c',2,'town','882f7ea5-2ccf-411d-a0c5-34faba595abc','9b20c191-c747-4a27-81ac-85786a22770a','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
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
INSERT INTO "voice" VALUES('00d730e8-4e49-464a-a915-31d5e5f4202f',1,'709e2d9f21ceb022dd9b51fc6ffe141d0627915df84758e04e694284c538f2d4','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','c2129095-be4d-46b0-a5cb-dbcd7b0dc53c',0);
INSERT INTO "voice" VALUES('0258ed44-0ec0-4123-8dd5-150eeb2c1f7e',1,'449c5c84cd63c29206d93facd06101d6f8aadd5a4a9cccff43f73c1e8d901e4f','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','9b20c191-c747-4a27-81ac-85786a22770a',0);
INSERT INTO "voice" VALUES('8d38109f-406a-499d-b31d-fad1d291d686',1,'17d165a77a8cb2b053b6b279f14f037965308e7a21cee44e564e1f3ae032747a','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','c3358a6f-4fec-492b-bf3b-967b1ebe4568',1);
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
INSERT INTO "wild_card" VALUES('882f7ea5-2ccf-411d-a0c5-34faba595abc',1,'941ae86bd51b1a870c92e47c15043d51c6d2ecd6da5a81daa6852890fd01bd8f','29351ad0-0f3f-478c-a73a-c10e2a2fd80c','town','Our own','The cat',1,'','','');
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
