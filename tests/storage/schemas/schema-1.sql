PRAGMA application_id = 2004052079;
PRAGMA user_version = 1;
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
 WITHOUT ROWID

;
INSERT INTO "draft" VALUES('e0b74bff-9744-47e0-8e59-56e50acd1a28',1,'495644850ab21518fd15c4a97930e84b17429b83bdc4227e98ea10ee326a1b67','df158aac-51d4-4f5b-af4d-f5f6e219dccc','lightbulb','half a thought',NULL,NULL,'',0);
CREATE TABLE feedback (
	id VARCHAR NOT NULL,
	revision INTEGER NOT NULL,
	hash VARCHAR NOT NULL,
	session VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	seat VARCHAR,
	PRIMARY KEY (id),
	FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID

;
INSERT INTO "feedback" VALUES('07d7b2dc-25c3-4f42-886c-dbbe493775c4',1,'85138060603437c4fd467065dc0424acc7aaefdc63c241d3ab40729383b1ff33','df158aac-51d4-4f5b-af4d-f5f6e219dccc','heard','I was.',NULL);
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
	PRIMARY KEY (id),
	FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID

;
INSERT INTO "lightbulb" VALUES('69388166-1e5c-43ed-ade9-728c991771bf',1,'a94d3b112cd667c23b18c17e135d0bd7d0871f2d0a8ab6f2a153544164d53aad','df158aac-51d4-4f5b-af4d-f5f6e219dccc','difficult','afraid','4dc0a27c-80d5-4126-83d9-d6fd01708ad4','nurse',NULL);
CREATE TABLE parked_topic (
	id VARCHAR NOT NULL,
	revision INTEGER NOT NULL,
	hash VARCHAR NOT NULL,
	session VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	turn VARCHAR,
	card VARCHAR NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID

;
INSERT INTO "parked_topic" VALUES('e9752959-c00c-4138-80d0-3d82375bc268',1,'dad5f04210148ae2c64dbf550ee92bcd630129d1f78407a29bb4d5c3a36d111c','df158aac-51d4-4f5b-af4d-f5f6e219dccc','Parking','4dc0a27c-80d5-4126-83d9-d6fd01708ad4','');
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
 WITHOUT ROWID

;
INSERT INTO "played_deck" VALUES('48e1dc02-db03-41a0-b90a-8918a8d362bc',1,'700ae815cb48c9d3facc4ec9837b7b65ab571de590a47cb6ab35eaba90fa775c','df158aac-51d4-4f5b-af4d-f5f6e219dccc','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"home","language":"en-GB","licence":"","minutes":8,"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Home","translation_of":""}',2);
INSERT INTO "played_deck" VALUES('8cf810e5-ffc4-4d39-ad48-03536ec93a97',1,'9e591bc4b0273c920ea14a7cfc30c2415ba487610c8d47453c307ccec648066f','df158aac-51d4-4f5b-af4d-f5f6e219dccc','{"audience":"","authors":[],"cards":[{"easy":"","id":"own-bed","kind":"scenario","note":"","opposite":{"patient":"manager"},"prompts":[{"rung":"notice","text":"What do you see?"},{"rung":"act","text":"What would help?"}],"shoes":[],"source":"","tender":1,"text":"What happens in own-bed.","themes":["independence"],"title":"Own bed"},{"easy":"","id":"key-safe","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":["patient","nurse"],"source":"","tender":1,"text":"What happens in key-safe.","themes":["independence"],"title":"Key safe"},{"easy":"","id":"cold-tea","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in cold-tea.","themes":["information"],"title":"Cold tea"},{"easy":"","id":"fourteen-pages","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in fourteen-pages.","themes":["information"],"title":"Fourteen pages"},{"easy":"","id":"quiet-night","kind":"scenario","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":2,"text":"What happens in quiet-night.","themes":["independence"],"title":"Quiet night"},{"easy":"","id":"good-news","kind":"statement","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in good-news.","themes":["information"],"title":"Good news"},{"easy":"","id":"window","kind":"poem","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in window.","themes":["independence"],"title":"Window"},{"easy":"","id":"bring-your-own","kind":"wild","note":"","opposite":{},"prompts":[],"shoes":[],"source":"","tender":1,"text":"What happens in bring-your-own.","themes":[],"title":"Bring your own"}],"co_produced_with":[],"content_note":"","id":"town","language":"en-GB","licence":"","minutes":8,"reviewed":"","revision":1,"shoes":[{"colour":"yellow","easy":"You are the patient.","id":"patient","mark":"P","name":"The patient","side":"lived","you_are":"You are the patient."},{"colour":"yellow","easy":"You are the daughter.","id":"daughter","mark":"D","name":"The daughter","side":"lived","you_are":"You are the daughter."},{"colour":"yellow","easy":"You are the nurse.","id":"nurse","mark":"N","name":"The nurse","side":"service","you_are":"You are the nurse."},{"colour":"yellow","easy":"You are the manager.","id":"manager","mark":"M","name":"The manager","side":"service","you_are":"You are the manager."}],"summary":"","themes":[{"framework":"","key":"information","title":"Information"},{"framework":"","key":"independence","title":"Independence"}],"title":"Town","translation_of":""}',1);
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
	PRIMARY KEY (id),
	FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID

;
INSERT INTO "pledge" VALUES('d7329f7c-4eb2-4be2-80ad-622ed20e033d',1,'6c0040f13310b2a2a6411233b015ef06a69fa0ea18ac326b6744dbac41080258','df158aac-51d4-4f5b-af4d-f5f6e219dccc','I will ring.','Tom','2026-04-01','now','open','[{"note":"","on":"2026-03-02","state":"open"}]','4dc0a27c-80d5-4126-83d9-d6fd01708ad4');
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
 WITHOUT ROWID

;
INSERT INTO "rating" VALUES('dad69092-f81a-4dba-89b5-1f3b15edb040',1,'60aa50924287f21c9bea8399e3c42f9844dab474076b04a679ee964867044c51','df158aac-51d4-4f5b-af4d-f5f6e219dccc','home','nurse',3,'before');
INSERT INTO "rating" VALUES('f5ccf0a6-27ba-481c-a6e7-1dfe9406ecd1',1,'12ed5b066b7a84d5cc29fa9a16f2f8cf9896d560104d9c95fcaba0d7667a9712','df158aac-51d4-4f5b-af4d-f5f6e219dccc','home','nurse',7,'before');
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
	PRIMARY KEY (id),
	FOREIGN KEY(session) REFERENCES session (id)
)
 WITHOUT ROWID

;
INSERT INTO "response" VALUES('5f43146b-8cef-464c-a5c0-d009d7c9e2ed',1,'ab05ac59332c26db888b8d53d53eb290c3260b46ed1e2363accda5b73d6d755d','df158aac-51d4-4f5b-af4d-f5f6e219dccc','4dc0a27c-80d5-4126-83d9-d6fd01708ad4','nurse','I want my own bed.',1,NULL,'shoes',0);
INSERT INTO "response" VALUES('651ee269-9420-4fbf-8378-c4477393f80c',1,'90de5b38393a80b492e8e67c5a6dc2c05b87e02942f08cd46194564d4f940bb4','df158aac-51d4-4f5b-af4d-f5f6e219dccc','4dc0a27c-80d5-4126-83d9-d6fd01708ad4','nurse','Ich möchte mein Bett 🐈',2,NULL,'shoes',0);
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
 WITHOUT ROWID

;
INSERT INTO "seat" VALUES('807a5b28-aa35-4813-82d6-130ccfbccaec',1,'e4879f90b287f014b518b76c4a851064bcf7467fd56721e1239af7781572e6e4','df158aac-51d4-4f5b-af4d-f5f6e219dccc',3,'Bea','',NULL,'','here');
INSERT INTO "seat" VALUES('8cebf91e-56d1-4e75-bdb3-db863cab6d1a',1,'04aff45c92130d5827315626b1d3680d889ab9b059ab58d2a7c42ffb50883681','df158aac-51d4-4f5b-af4d-f5f6e219dccc',1,'Asha','','lived','','here');
INSERT INTO "seat" VALUES('add2f49e-2671-4412-b7b1-a2695dad5863',1,'d04aba70511d7aef8e2f99d9af40ec65b69d7447c9195a69987df93bcf92c7b1','df158aac-51d4-4f5b-af4d-f5f6e219dccc',2,'Tom','','service','','here');
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
 WITHOUT ROWID

;
INSERT INTO "session" VALUES('df158aac-51d4-4f5b-af4d-f5f6e219dccc',4,'5030af0fd18de54786bc33034c40dcceb9df58c93b430f21a29b388f76f0b8f2','Home','group','turns','2026-03-02T10:00:00.000000Z','round',7,6,0,'shoes',90,'["Everybody here is an expert in their own life.","We listen to understand. Nobody is interrupted.","Stories stay in this room. What we learn may leave it.","Anyone may pass, at any time, without a reason.","We talk about what happens, not about who is to blame."]',0,'en-GB','Winter',NULL,NULL,NULL,'2026-11-23T19:42:38.273424Z',31);
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
 WITHOUT ROWID

;
INSERT INTO "step" VALUES('df158aac-51d4-4f5b-af4d-f5f6e219dccc',8,'Reveal',1,0,'[{"after":{"card":"cold-tea","deck":"town","ended":null,"id":"4dc0a27c-80d5-4126-83d9-d6fd01708ad4","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"8cebf91e-56d1-4e75-bdb3-db863cab6d1a","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"4dc0a27c-80d5-4126-83d9-d6fd01708ad4","number":1,"paused_seconds":0,"phase":"writing","prompt":0,"revision":2,"seat":"8cebf91e-56d1-4e75-bdb3-db863cab6d1a","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"}]','6814d5cc06d18bb080dc0ea1b839b8e576486fb140e2724599f5a16252bd846c');
INSERT INTO "step" VALUES('df158aac-51d4-4f5b-af4d-f5f6e219dccc',9,'Say',0,0,'[{"after":{"id":"5f43146b-8cef-464c-a5c0-d009d7c9e2ed","place":1,"revision":1,"seat":null,"shoes":"nurse","text":"I want my own bed.","turn":"4dc0a27c-80d5-4126-83d9-d6fd01708ad4","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','1fa57b120f358468e561208e44ab6f2afc5a1a2a886b012f12af496f11120b11');
INSERT INTO "step" VALUES('df158aac-51d4-4f5b-af4d-f5f6e219dccc',10,'Say',0,0,'[{"after":{"id":"651ee269-9420-4fbf-8378-c4477393f80c","place":2,"revision":1,"seat":null,"shoes":"nurse","text":"Ich möchte mein Bett 🐈","turn":"4dc0a27c-80d5-4126-83d9-d6fd01708ad4","visibility":"shoes","written_first":false},"before":null,"kind":"response"}]','1d925cebe911c82cdc299630789debddc743464015393f8bfa19da2a07656b49');
INSERT INTO "step" VALUES('df158aac-51d4-4f5b-af4d-f5f6e219dccc',11,'AddLightbulb',0,0,'[{"after":{"id":"69388166-1e5c-43ed-ade9-728c991771bf","now_see":"afraid","response":null,"revision":1,"shoes":"nurse","turn":"4dc0a27c-80d5-4126-83d9-d6fd01708ad4","used_to_think":"difficult"},"before":null,"kind":"lightbulb"}]','79cbb126ad27dc2bd09100aa8ae6442a5c65e1162061fff6495e65188ff7dc01');
INSERT INTO "step" VALUES('df158aac-51d4-4f5b-af4d-f5f6e219dccc',12,'ParkTopic',0,0,'[{"after":{"card":"","id":"e9752959-c00c-4138-80d0-3d82375bc268","revision":1,"text":"Parking","turn":"4dc0a27c-80d5-4126-83d9-d6fd01708ad4"},"before":null,"kind":"parked_topic"}]','e28922c94843a2c4f8bc69c88423c29157daa9f7ba8e583ebbbb42681823fab4');
INSERT INTO "step" VALUES('df158aac-51d4-4f5b-af4d-f5f6e219dccc',13,'AddPledge',0,0,'[{"after":{"by_when":"2026-04-01","history":[{"note":"","on":"2026-03-02","state":"open"}],"horizon":"now","id":"d7329f7c-4eb2-4be2-80ad-622ed20e033d","owner":"Tom","revision":1,"state":"open","text":"I will ring.","turn":"4dc0a27c-80d5-4126-83d9-d6fd01708ad4"},"before":null,"kind":"pledge"}]','fb4d5839ee5bb1224b5309f1fec6f79dca45429fd577854dfff08cced26c10a2');
INSERT INTO "step" VALUES('df158aac-51d4-4f5b-af4d-f5f6e219dccc',14,'PlaceCard',0,0,'[{"after":{"deck":"town","id":"e4611c1f-5d3d-4fb6-b6d1-abe1c932ea1b","revision":1,"text":"The cat","title":"Our own"},"before":null,"kind":"wild_card"}]','5fdfcfef0afee5cb2dfe49a8e988cf60014581be95236ca51670e1d8fafeed9b');
INSERT INTO "step" VALUES('df158aac-51d4-4f5b-af4d-f5f6e219dccc',15,'Rate',0,0,'[{"after":{"deck":"home","id":"dad69092-f81a-4dba-89b5-1f3b15edb040","revision":1,"shoes":"nurse","value":3,"when":"before"},"before":null,"kind":"rating"},{"after":{"deck":"home","id":"f5ccf0a6-27ba-481c-a6e7-1dfe9406ecd1","revision":1,"shoes":"nurse","value":7,"when":"before"},"before":null,"kind":"rating"}]','bf8f99b33eeace61187e579bb1079ea6b64ed4cce7bcf66adc6ad466d2f0f0e3');
INSERT INTO "step" VALUES('df158aac-51d4-4f5b-af4d-f5f6e219dccc',16,'GiveFeedback',0,0,'[{"after":{"id":"07d7b2dc-25c3-4f42-886c-dbbe493775c4","kind":"heard","revision":1,"seat":null,"text":"I was."},"before":null,"kind":"feedback"}]','adb52a494109a90a73b67bfcb5e8c8a2fd2e8e91a45d4509a931366af816b5b7');
INSERT INTO "step" VALUES('df158aac-51d4-4f5b-af4d-f5f6e219dccc',17,'Next',0,0,'[{"after":{"card":"cold-tea","deck":"town","ended":"2026-03-02T10:00:00.000000Z","id":"4dc0a27c-80d5-4126-83d9-d6fd01708ad4","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":4,"seat":"8cebf91e-56d1-4e75-bdb3-db863cab6d1a","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"answered","swap_of":null},"before":{"card":"cold-tea","deck":"town","ended":null,"id":"4dc0a27c-80d5-4126-83d9-d6fd01708ad4","number":1,"paused_seconds":0,"phase":"talk","prompt":0,"revision":3,"seat":"8cebf91e-56d1-4e75-bdb3-db863cab6d1a","shoes":"nurse","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"kind":"turn"},{"after":{"card":"e4611c1f-5d3d-4fb6-b6d1-abe1c932ea1b","deck":"town","ended":null,"id":"6ad95f6b-300a-4b75-b40e-c2012c5e0981","number":2,"paused_seconds":0,"phase":"talk","prompt":0,"revision":1,"seat":"add2f49e-2671-4412-b7b1-a2695dad5863","shoes":"patient","started":"2026-03-02T10:00:00.000000Z","state":"open","swap_of":null},"before":null,"kind":"turn"}]','bf122b8a0ceaf78c2fa4d10079d89965349a360158cbe305b9b51af5f878c656');
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
 WITHOUT ROWID

;
INSERT INTO "turn" VALUES('4dc0a27c-80d5-4126-83d9-d6fd01708ad4',4,'a0053125ea04030e09e60d3db7ef6af6b29f491e512eb9e01ffac5b45e19ed35','df158aac-51d4-4f5b-af4d-f5f6e219dccc',1,'town','cold-tea','8cebf91e-56d1-4e75-bdb3-db863cab6d1a','nurse','2026-03-02T10:00:00.000000Z','answered','talk',0,NULL,'2026-03-02T10:00:00.000000Z',0);
INSERT INTO "turn" VALUES('6ad95f6b-300a-4b75-b40e-c2012c5e0981',1,'0f155a6fcb918ccddbc16cfe9338d31ca6dba5b59909c122804b70d3119f90e3','df158aac-51d4-4f5b-af4d-f5f6e219dccc',2,'town','e4611c1f-5d3d-4fb6-b6d1-abe1c932ea1b','add2f49e-2671-4412-b7b1-a2695dad5863','patient','2026-03-02T10:00:00.000000Z','open','talk',0,NULL,NULL,0);
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
 WITHOUT ROWID

;
INSERT INTO "voice" VALUES('0661369d-d3e0-48cd-be27-db36506a3f8c',1,'895a100357dbcb6b7ecbab1eb0bdd97d218322ea12b359ab5e8fa3d0a6f698f9','df158aac-51d4-4f5b-af4d-f5f6e219dccc','807a5b28-aa35-4813-82d6-130ccfbccaec',0);
INSERT INTO "voice" VALUES('0fe21ed9-80e9-4a6c-8240-dd75048780bd',2,'36709110f10972ebad04c7a8af1f9cee0f05b8e095f40c2659f69e328c66cc58','df158aac-51d4-4f5b-af4d-f5f6e219dccc','8cebf91e-56d1-4e75-bdb3-db863cab6d1a',1);
INSERT INTO "voice" VALUES('d7952b9d-ee00-45b0-ba01-4a1faccb2939',1,'4a0607cbfc789efa80b0078434689ad5c0bc89432b1469d3dcb12dd8b359ebdc','df158aac-51d4-4f5b-af4d-f5f6e219dccc','add2f49e-2671-4412-b7b1-a2695dad5863',0);
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
 WITHOUT ROWID

;
INSERT INTO "wild_card" VALUES('e4611c1f-5d3d-4fb6-b6d1-abe1c932ea1b',1,'cf6ebf20d2df193175ffec62131ca59070bcd934e6726c82b782d125456e1cd6','df158aac-51d4-4f5b-af4d-f5f6e219dccc','town','Our own','The cat',1);
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
