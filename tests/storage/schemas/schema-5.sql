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
INSERT INTO "draft" VALUES('46595325-1b2c-40a2-94df-236bcb951c33',1,'989fb84bfe234e85a4741fa815cb82c2da9e970d879c6186ef8de4194e4e18a4','8a795983-1c1a-4b45-a644-fb4769b3def7','lightbulb','half a thought',NULL,NULL,'',0);
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
INSERT INTO "evidence" VALUES('6a783b76-f16a-4d9e-bdae-ee4aab7f4ba8',1,'90d8ecf059f1386be8621ae129c2cefae6bed82d8e50161f23e094e95e4d71f9','8a795983-1c1a-4b45-a644-fb4769b3def7','4da12d98-8e29-487f-a68a-2fadd4ef2856','nurse','independence','And waited.',1,NULL,0,0,'','','');
INSERT INTO "evidence" VALUES('ba1d1b8a-288d-4800-ae1e-3899f70c2f3a',1,'120a282cde67c120d30f59587ccd8373094603b9c9477c2c60cfa8e2e849093f','8a795983-1c1a-4b45-a644-fb4769b3def7','4da12d98-8e29-487f-a68a-2fadd4ef2856','nurse','information','She asked.',2,NULL,0,0,'','','');
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
INSERT INTO "feedback" VALUES('165dc9c9-9f43-413f-bde5-3db53a63e8d5',1,'2543900c4366c03230c76630d02aada43e0f2fc032caf5ebe3983121855c68ff','8a795983-1c1a-4b45-a644-fb4769b3def7','heard','I was.',NULL,'','','');
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
INSERT INTO "lightbulb" VALUES('d6de7d15-26ce-4752-8152-785b65d176ca',1,'c2737d39e120b290b56ea8699511320ef38701e82235eca60685b187e3996517','8a795983-1c1a-4b45-a644-fb4769b3def7','difficult','afraid','4da12d98-8e29-487f-a68a-2fadd4ef2856','nurse',NULL,'','','');
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
INSERT INTO "parked_topic" VALUES('13c219f6-d41e-48e8-ab52-5e140dd701be',1,'ecdfea9c5e6779cf978fc1ee5640132cbacd930171754f6cad58e6dfeb84373e','8a795983-1c1a-4b45-a644-fb4769b3def7','Parking','4da12d98-8e29-487f-a68a-2fadd4ef2856','','','','');
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
INSERT INTO "played_deck" VALUES('2660ad52-f24d-43cc-b6a7-d5b431eb8a32',1,'8baef8c08061d7f51208fa99aa4f879254b2fd48b46e33818a6af4145a798005','8a795983-1c1a-4b45-a644-fb4769b3def7','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","framework":[],"id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","framework":[],"id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","framework":[],"id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","framework":[],"id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","framework":[],"id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","framework":[],"id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","framework":[],"id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","framework":[],"id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"offers":[],"purpose":"","reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translated":null,"translation_of":""}',1);
INSERT INTO "played_deck" VALUES('e8e44ebb-529c-474b-bbc3-86c6f9d15f10',1,'3845bd38465be4cbe089d758e7c61393f73d2f7fb7156b5a51612d4b306ebd81','8a795983-1c1a-4b45-a644-fb4769b3def7','{"audience":"","authors":[],"cards":[{"easy":"","easy_title":"","framework":[],"id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"easy":"","rung":"notice","text":"What do you see?"},{"easy":"","rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","easy_title":"","framework":[],"id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","easy_title":"","framework":[],"id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","easy_title":"","framework":[],"id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","easy_title":"","framework":[],"id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","easy_title":"","framework":[],"id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","easy_title":"","framework":[],"id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","easy_title":"","framework":[],"id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"offers":[],"purpose":"","reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P2","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D2","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N2","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M2","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translated":null,"translation_of":""}',2);
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
INSERT INTO "pledge" VALUES('a8c85ff7-b947-45d1-af23-f72aefcf6064',1,'abda29269ae50a2b7155b907ab10012cf80e7681f56650979eb8240f843933b7','8a795983-1c1a-4b45-a644-fb4769b3def7','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open","was":""}]','4da12d98-8e29-487f-a68a-2fadd4ef2856','','','','the ward rings','me',NULL,NULL);
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
INSERT INTO "pledge_update" VALUES('0c592640-7986-4825-becb-654667a13624',1,'60c49b9bdd10a55a62bb55f0ab7a377e3fcc306075cd00f2c7de4e14e673f8a0','8a795983-1c1a-4b45-a644-fb4769b3def7','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10','2026-03-02','stuck','Nobody had the number.','','','','');
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
INSERT INTO "rating" VALUES('73ac801f-2045-42b8-8ebe-b922232bca64',1,'34808207509b3c4c190b4f8780c01a25c16813a8b4e2ff31a77aacaca21a23da','8a795983-1c1a-4b45-a644-fb4769b3def7','home','nurse',7,'before');
INSERT INTO "rating" VALUES('86b6d61b-7576-4e40-a9aa-07a403ceb1f2',1,'91174de91abced08568a59b62b5392504419cb4dd44d930b46d304a534a35482','8a795983-1c1a-4b45-a644-fb4769b3def7','home','nurse',3,'before');
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
INSERT INTO "response" VALUES('4ee6db0c-9148-42b7-b907-5fa16415966d',1,'8ef6015cfc1b135a6533b9a7194aeba7cdab4637af4171f5e239caf28eec5520','8a795983-1c1a-4b45-a644-fb4769b3def7','4da12d98-8e29-487f-a68a-2fadd4ef2856','nurse','I want my own bed.',1,NULL,'shoes',0,'','','');
INSERT INTO "response" VALUES('cc4acad6-9873-4b1b-80e2-18bbaccb7012',1,'c829710658c84549955e54b80335f246ca18fb83f264342d234d0f00fd6ee27d','8a795983-1c1a-4b45-a644-fb4769b3def7','4da12d98-8e29-487f-a68a-2fadd4ef2856','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0,'','','');
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
INSERT INTO "seat" VALUES('13be69c9-7e0b-4048-a6c6-732d65d08d60',1,'3b77c6717fb2b09f00b42fc9e633e8e7edbc5b201c4130cd6762097234386ae6','8a795983-1c1a-4b45-a644-fb4769b3def7',2,'Tom','','service','','here');
INSERT INTO "seat" VALUES('727deb4d-89fc-4728-8b1e-1f369ee7eb09',1,'f0a4055a9891f6610667d7d4091e853e1c59ed90361349ce29279bda0670534f','8a795983-1c1a-4b45-a644-fb4769b3def7',3,'Bea','',NULL,'','here');
INSERT INTO "seat" VALUES('d5386756-4d4c-46bc-9a47-7536705b2072',1,'331989d409447bdac2fc7c1259ba2bee8d7f3f75f1d361f64b72d87a991b0500','8a795983-1c1a-4b45-a644-fb4769b3def7',1,'Asha','','lived','','here');
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
INSERT INTO "session" VALUES('8a795983-1c1a-4b45-a644-fb4769b3def7',5,'fac44a13608ab84307cdbecdd1a7185f9d363bd59de526fb0d181e31508aef95','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,4,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-12-01T03:54:16.697781Z',16,35,'',0,'','727deb4d-89fc-4728-8b1e-1f369ee7eb09');
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
INSERT INTO "step" VALUES('8a795983-1c1a-4b45-a644-fb4769b3def7',9,'Reveal',1,0,'[{"after":{"id":"6a783b76-f16a-4d9e-bdae-ee4aab7f4ba8","named":false,"place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"And waited.","turn":"4da12d98-8e29-487f-a68a-2fadd4ef2856","value":"independence","withheld":false},"before":null,"kind":"evidence"},{"after":{"id":"ba1d1b8a-288d-4800-ae1e-3899f70c2f3a","named":false,"place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"She asked.","turn":"4da12d98-8e29-487f-a68a-2fadd4ef2856","value":"information","withheld":false},"before":null,"kind":"evidence"},{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"4da12d98-8e29-487f-a68a-2fadd4ef2856","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"727deb4d-89fc-4728-8b1e-1f369ee7eb09","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"4da12d98-8e29-487f-a68a-2fadd4ef2856","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"727deb4d-89fc-4728-8b1e-1f369ee7eb09","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','cf9c1fe016967138f8bd4ba95149c8a5872ccd205ad8fc03b60700f9001dc807');
INSERT INTO "step" VALUES('8a795983-1c1a-4b45-a644-fb4769b3def7',10,'Say',0,0,'[{"after":{"id":"4ee6db0c-9148-42b7-b907-5fa16415966d","place":1,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"I want my own bed.","turn":"4da12d98-8e29-487f-a68a-2fadd4ef2856","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','3a6de9c70e807c89378f818ec6416c327af8624e22fb498071f648087b1d4131');
INSERT INTO "step" VALUES('8a795983-1c1a-4b45-a644-fb4769b3def7',11,'Say',0,0,'[{"after":{"id":"cc4acad6-9873-4b1b-80e2-18bbaccb7012","place":2,"review":"","revision":1,"seat":null,"shared_text":"","shoes":"nurse","tag":"","text":"Ich möchte mein Bett 🐈","turn":"4da12d98-8e29-487f-a68a-2fadd4ef2856","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','983a96904e2209fdf821369b04297499dd9ea257a9e04653bcdddb2f08b48e1e');
INSERT INTO "step" VALUES('8a795983-1c1a-4b45-a644-fb4769b3def7',12,'AddLightbulb',0,0,'[{"after":{"id":"d6de7d15-26ce-4752-8152-785b65d176ca","now_see":"afraid","response":null,"review":"","revision":1,"shared_text":"","shoes":"nurse","tag":"","turn":"4da12d98-8e29-487f-a68a-2fadd4ef2856","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','89b4768cf2b1bee091a40bdbea01b5bc8a3e4d00eca2e061d16825d65f746509');
INSERT INTO "step" VALUES('8a795983-1c1a-4b45-a644-fb4769b3def7',13,'ParkTopic',0,0,'[{"after":{"card":"","id":"13c219f6-d41e-48e8-ab52-5e140dd701be","review":"","revision":1,"shared_text":"","tag":"","text":"Parking","turn":"4da12d98-8e29-487f-a68a-2fadd4ef2856"},"before":null,"kind":"parked_topic"}]','2aa9f9b58b29a92a022bb3819231eff355aebffd59caaf6c8e8481200448c189');
INSERT INTO "step" VALUES('8a795983-1c1a-4b45-a644-fb4769b3def7',14,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","condition":"the ward rings","history":[{"note":"","on":"2026-03-02","state":"open","was":""}],"horizon":"now","id":"a8c85ff7-b947-45d1-af23-f72aefcf6064","lightbulb":null,"owner":"Tom","response":null,"review":"","revision":1,"scope":"me","shared_text":"","state":"open","tag":"","text":"I will ring.","turn":"4da12d98-8e29-487f-a68a-2fadd4ef2856"},"before":null,"kind":"pledge"}]','6b34ff07f4290c08bfccef9939a7eae7e34d16d7540728aa9f5d52e7490c0fe3');
INSERT INTO "step" VALUES('8a795983-1c1a-4b45-a644-fb4769b3def7',15,'UpdatePledge',0,0,'[{"after":{"id":"0c592640-7986-4825-becb-654667a13624","made_in":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","note":"Nobody had the number.","on":"2026-03-02","pledge":"5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10","review":"","revision":1,"shared_text":"","state":"stuck","tag":"","text":""},"before":null,"kind":"pledge_update"}]','3851d7c883cee28b13ae2515986933a085f7e5bfc5920e08d013008c90d89678');
INSERT INTO "step" VALUES('8a795983-1c1a-4b45-a644-fb4769b3def7',16,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"661d8649-e0da-4b22-b765-c67d431f5427","review":"","revision":1,"shared_text":"","tag":"","text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','8473d291c01cf503ffecb3083ea05015ab23e470f0f96b2db96a9bc02068e328');
INSERT INTO "step" VALUES('8a795983-1c1a-4b45-a644-fb4769b3def7',17,'Rate',0,0,'[{"after":{"deck":"home","id":"86b6d61b-7576-4e40-a9aa-07a403ceb1f2","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"73ac801f-2045-42b8-8ebe-b922232bca64","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','b3f5bb6edd6a4d17fbe13507c96c77b4d64a5be92ae790a61f01aeaedd3c8147');
INSERT INTO "step" VALUES('8a795983-1c1a-4b45-a644-fb4769b3def7',18,'GiveFeedback',0,0,'[{"after":{"id":"165dc9c9-9f43-413f-bde5-3db53a63e8d5","kind":"heard","review":"","revision":1,"seat":null,"shared_text":"","tag":"","text":"I was."},"before":null,"kind":"feedback"}]','14d7944a6b093cf0a1b9ca1877114081116fd0994377f8b51e1b1180f62f7243');
INSERT INTO "step" VALUES('8a795983-1c1a-4b45-a644-fb4769b3def7',19,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"4da12d98-8e29-487f-a68a-2fadd4ef2856","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"727deb4d-89fc-4728-8b1e-1f369ee7eb09","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"4da12d98-8e29-487f-a68a-2fadd4ef2856","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"727deb4d-89fc-4728-8b1e-1f369ee7eb09","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"661d8649-e0da-4b22-b765-c67d431f5427","deck":"town","ended":null,"id":"943b29d1-8e2e-4f81-bb08-22c7c6712f3a","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"727deb4d-89fc-4728-8b1e-1f369ee7eb09","shoes":"manager","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','1a7f90b83534236f7dd68199e73540604d65233e8b7d12f867ee27affcdc5e07');
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
INSERT INTO "turn" VALUES('4da12d98-8e29-487f-a68a-2fadd4ef2856',4,'68c828995a5465b159e3bddf9463d0411b2186f1e8173a159864ac3617556a0d','8a795983-1c1a-4b45-a644-fb4769b3def7',1,'town','cold-tea','727deb4d-89fc-4728-8b1e-1f369ee7eb09','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
INSERT INTO "turn" VALUES('943b29d1-8e2e-4f81-bb08-22c7c6712f3a',1,'ec855c3eb186e089992e4a0d9f3b3a030af778837af3a903a6bf682bde10b4e2','8a795983-1c1a-4b45-a644-fb4769b3def7',2,'town','661d8649-e0da-4b22-b765-c67d431f5427','727deb4d-89fc-4728-8b1e-1f369ee7eb09','manager','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
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
INSERT INTO "voice" VALUES('14ed3227-e481-4f20-a8be-b546928cd1e5',1,'1988344e9fc59cea40fe98a76ababf8d7d86ffdda394339462bcbe1f840a8dfb','8a795983-1c1a-4b45-a644-fb4769b3def7','13be69c9-7e0b-4048-a6c6-732d65d08d60',0);
INSERT INTO "voice" VALUES('150dea85-836d-4dd1-b19c-56b2c4ee7d7f',1,'8d5af16c7cc333b2dcc750e16073aecd62cf27410e00dcedc17dd5cbd45b33bd','8a795983-1c1a-4b45-a644-fb4769b3def7','727deb4d-89fc-4728-8b1e-1f369ee7eb09',1);
INSERT INTO "voice" VALUES('a236aeae-dfa0-4386-bc2f-e7864347181c',1,'72ae2950f136e8d07825827d909f22c5f569d573af13b3e7deb15ddafac39dba','8a795983-1c1a-4b45-a644-fb4769b3def7','d5386756-4d4c-46bc-9a47-7536705b2072',1);
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
INSERT INTO "wild_card" VALUES('661d8649-e0da-4b22-b765-c67d431f5427',1,'51aa50ca21bacbc279f039ee0b274803e02ad79b7602d05cc89be7b007826c5b','8a795983-1c1a-4b45-a644-fb4769b3def7','town','Our own','The cat',1,'','','');
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
