BEGIN TRANSACTION;
CREATE TABLE appeal (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	protection_spell_id VARCHAR(100), 
	lodged_on DATE, 
	lodged_on_unknown TEXT, 
	lodged_on_earliest DATE, 
	lodged_on_latest DATE, 
	decided_on DATE, 
	decided_on_unknown TEXT, 
	decided_on_earliest DATE, 
	decided_on_latest DATE, 
	result TEXT, 
	result_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "appeal" VALUES('appeal-1',1,'2018-06-04',1,'worker-7','recorded','','protection_spell-1',NULL,'partial','2018-06-01','2018-06-30',NULL,'partial','2018-04-15','2018-05-02','decision_set_aside',NULL);
INSERT INTO "appeal" VALUES('appeal-2',1,'2018-06-04',1,'worker-7','recorded','','protection_spell-1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "appeal" VALUES('appeal-3',1,'2018-06-04',1,'worker-7','recorded','','protection_spell-1',NULL,'not_asked',NULL,NULL,NULL,'refused',NULL,NULL,NULL,'client_does_not_know');
CREATE TABLE arrival (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	client_id VARCHAR(100), 
	arrived_on DATE, 
	arrived_on_unknown TEXT, 
	arrived_on_earliest DATE, 
	arrived_on_latest DATE, 
	manner TEXT, 
	manner_unknown TEXT, 
	country TEXT, 
	country_unknown TEXT, 
	unaccompanied TEXT, 
	unaccompanied_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "arrival" VALUES('arrival-1',1,'2018-06-04',1,'worker-7','recorded','','client-1',NULL,'partial','2018-06-01','2018-06-30','own',NULL,'LV',NULL,'no',NULL);
INSERT INTO "arrival" VALUES('arrival-2',1,'2018-06-04',1,'worker-7','recorded','','client-1',NULL,NULL,NULL,NULL,'relocation',NULL,'LV',NULL,'yes',NULL);
INSERT INTO "arrival" VALUES('arrival-3',1,'2018-06-04',1,'worker-7','recorded','','client-1',NULL,'refused',NULL,NULL,NULL,'client_does_not_know',NULL,'contradictory',NULL,'erased');
CREATE TABLE budget_line (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	operation_id VARCHAR(100), 
	number TEXT, 
	title TEXT, 
	amount_cents BIGINT, 
	amount_cents_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "budget_line" VALUES('budget_line-1',1,'2018-06-04',1,'worker-7','recorded','','operation-1','Patvērums, "Rīga"; =1+1','Patvērums, "Rīga"; =1+1',0,NULL);
INSERT INTO "budget_line" VALUES('budget_line-2',1,'2018-06-04',1,'worker-7','recorded','','operation-1','Patvērums, "Rīga"; =1+1','Patvērums, "Rīga"; =1+1',0,NULL);
INSERT INTO "budget_line" VALUES('budget_line-3',1,'2018-06-04',1,'worker-7','recorded','','operation-1','Patvērums, "Rīga"; =1+1','Patvērums, "Rīga"; =1+1',NULL,'erased');
CREATE TABLE caring_spell (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	client_id VARCHAR(100), 
	dependant TEXT, 
	dependant_unknown TEXT, 
	shares_household TEXT, 
	shares_household_unknown TEXT, 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "caring_spell" VALUES('caring_spell-1',1,'2018-06-04',1,'worker-7','recorded','','client-1','adult_with_disability',NULL,'no',NULL,'2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31');
INSERT INTO "caring_spell" VALUES('caring_spell-2',1,'2018-06-04',1,'worker-7','recorded','','client-1','older_relative',NULL,'yes',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "caring_spell" VALUES('caring_spell-3',1,'2018-06-04',1,'worker-7','recorded','','client-1',NULL,'client_does_not_know',NULL,'contradictory',NULL,'erased',NULL,NULL,NULL,'not_asked',NULL,NULL);
CREATE TABLE case_assignment (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	participation_id VARCHAR(100), 
	staff_assignment_id VARCHAR(100), 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "case_assignment" VALUES('case_assignment-1',1,'2018-06-04',1,'worker-7','recorded','','participation-1','staff_assignment-1',NULL,'partial','2018-04-15','2018-05-02','2018-04-15',NULL,NULL,NULL);
INSERT INTO "case_assignment" VALUES('case_assignment-2',1,'2018-06-04',1,'worker-7','recorded','','participation-1','staff_assignment-1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "case_assignment" VALUES('case_assignment-3',1,'2018-06-04',1,'worker-7','recorded','','participation-1','staff_assignment-1',NULL,'contradictory',NULL,NULL,NULL,'erased',NULL,NULL);
CREATE TABLE citizenship_spell (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	client_id VARCHAR(100), 
	kind TEXT, 
	kind_unknown TEXT, 
	country TEXT, 
	country_unknown TEXT, 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "citizenship_spell" VALUES('citizenship_spell-1',1,'2018-06-04',1,'worker-7','recorded','','client-1','latvian_non_citizen',NULL,'LV',NULL,'2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31');
INSERT INTO "citizenship_spell" VALUES('citizenship_spell-2',1,'2018-06-04',1,'worker-7','recorded','','client-1','undetermined',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "citizenship_spell" VALUES('citizenship_spell-3',1,'2018-06-04',1,'worker-7','recorded','','client-1',NULL,'contradictory',NULL,'erased',NULL,'not_asked',NULL,NULL,NULL,'refused',NULL,NULL);
CREATE TABLE client (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	provider_id VARCHAR(100), 
	born_on DATE, 
	born_on_unknown TEXT, 
	born_on_earliest DATE, 
	born_on_latest DATE, 
	gender TEXT, 
	gender_unknown TEXT, 
	died_on DATE, 
	died_on_unknown TEXT, 
	died_on_earliest DATE, 
	died_on_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "client" VALUES('client-1',1,'2018-06-04',1,'worker-7','recorded','','provider-1',NULL,'partial','2018-06-01','2018-06-30','female',NULL,'2018-04-15',NULL,NULL,NULL);
INSERT INTO "client" VALUES('client-1',2,'2018-07-02',3,'worker-7','corrected','kļūda','provider-1','1990-02-28',NULL,NULL,NULL,'female',NULL,'2018-04-15',NULL,NULL,NULL);
INSERT INTO "client" VALUES('client-2',1,'2018-06-04',1,'worker-7','recorded','','provider-1',NULL,NULL,NULL,NULL,'male',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "client" VALUES('client-2',2,'2018-07-02',1,'worker-7','retracted','',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "client" VALUES('client-3',2,'2018-07-03',1,'','erased','',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE contract (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	programme_id VARCHAR(100), 
	provider_id VARCHAR(100), 
	number TEXT, 
	signed_on DATE, 
	signed_on_unknown TEXT, 
	signed_on_earliest DATE, 
	signed_on_latest DATE, 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "contract" VALUES('contract-1',1,'2018-06-04',1,'worker-7','recorded','','programme-1','provider-1','Patvērums, "Rīga"; =1+1','2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31',NULL,'partial','2018-06-01','2018-06-30');
INSERT INTO "contract" VALUES('contract-2',1,'2018-06-04',1,'worker-7','recorded','','programme-1','provider-1','Patvērums, "Rīga"; =1+1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "contract" VALUES('contract-3',1,'2018-06-04',1,'worker-7','recorded','','programme-1','provider-1','Patvērums, "Rīga"; =1+1',NULL,'not_asked',NULL,NULL,NULL,'refused',NULL,NULL,NULL,'client_does_not_know',NULL,NULL);
CREATE TABLE cost_cap (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	budget_line_id VARCHAR(100), 
	per TEXT, 
	cap_cents BIGINT, 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "cost_cap" VALUES('cost_cap-1',1,'2018-06-04',1,'worker-7','recorded','','budget_line-1','service',0,'2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31');
INSERT INTO "cost_cap" VALUES('cost_cap-2',1,'2018-06-04',1,'worker-7','recorded','','budget_line-1','month',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "cost_cap" VALUES('cost_cap-3',1,'2018-06-04',1,'worker-7','recorded','','budget_line-1','person',0,NULL,'not_asked',NULL,NULL,NULL,'refused',NULL,NULL);
CREATE TABLE cost_entry (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	budget_line_id VARCHAR(100), 
	contract_id VARCHAR(100), 
	basis TEXT, 
	month DATE, 
	month_unknown TEXT, 
	month_earliest DATE, 
	month_latest DATE, 
	units BIGINT, 
	units_unknown TEXT, 
	net_cents BIGINT, 
	net_cents_unknown TEXT, 
	vat_cents BIGINT, 
	vat_cents_unknown TEXT, 
	vat_eligible TEXT, 
	vat_eligible_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "cost_entry" VALUES('cost_entry-1',1,'2018-06-04',1,'worker-7','recorded','','budget_line-1','contract-1','flat_rate','2018-04-15',NULL,NULL,NULL,0,NULL,0,NULL,0,NULL,'yes',NULL);
INSERT INTO "cost_entry" VALUES('cost_entry-2',1,'2018-06-04',1,'worker-7','recorded','','budget_line-1','contract-1','actual',NULL,NULL,NULL,NULL,0,NULL,0,NULL,0,NULL,'no',NULL);
INSERT INTO "cost_entry" VALUES('cost_entry-3',1,'2018-06-04',1,'worker-7','recorded','','budget_line-1','contract-1','unit_cost',NULL,'contradictory',NULL,NULL,NULL,'erased',NULL,'not_asked',NULL,'refused',NULL,'client_does_not_know');
CREATE TABLE delivery_spell (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	participation_id VARCHAR(100), 
	contract_id VARCHAR(100), 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "delivery_spell" VALUES('delivery_spell-1',1,'2018-06-04',1,'worker-7','recorded','','participation-1','contract-1',NULL,'partial','2018-04-15','2018-05-02','2018-04-15',NULL,NULL,NULL);
INSERT INTO "delivery_spell" VALUES('delivery_spell-2',1,'2018-06-04',1,'worker-7','recorded','','participation-1','contract-1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "delivery_spell" VALUES('delivery_spell-3',1,'2018-06-04',1,'worker-7','recorded','','participation-1','contract-1',NULL,'refused',NULL,NULL,NULL,'client_does_not_know',NULL,NULL);
CREATE TABLE disability_spell (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	client_id VARCHAR(100), 
	"group" TEXT, 
	group_unknown TEXT, 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "disability_spell" VALUES('disability_spell-1',1,'2018-06-04',1,'worker-7','recorded','','client-1','group_3',NULL,NULL,'partial','2018-04-15','2018-05-02','2018-04-15',NULL,NULL,NULL);
INSERT INTO "disability_spell" VALUES('disability_spell-2',1,'2018-06-04',1,'worker-7','recorded','','client-1','child',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "disability_spell" VALUES('disability_spell-3',1,'2018-06-04',1,'worker-7','recorded','','client-1',NULL,'erased',NULL,'not_asked',NULL,NULL,NULL,'refused',NULL,NULL);
CREATE TABLE education_attainment (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	client_id VARCHAR(100), 
	level TEXT, 
	level_unknown TEXT, 
	attained_on DATE, 
	attained_on_unknown TEXT, 
	attained_on_earliest DATE, 
	attained_on_latest DATE, 
	recognised TEXT, 
	recognised_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "education_attainment" VALUES('education_attainment-1',1,'2018-06-04',1,'worker-7','recorded','','client-1','isced_2',NULL,NULL,'partial','2018-04-15','2018-05-02','yes',NULL);
INSERT INTO "education_attainment" VALUES('education_attainment-2',1,'2018-06-04',1,'worker-7','recorded','','client-1','isced_3',NULL,NULL,NULL,NULL,NULL,'no',NULL);
INSERT INTO "education_attainment" VALUES('education_attainment-3',1,'2018-06-04',1,'worker-7','recorded','','client-1',NULL,'erased',NULL,'not_asked',NULL,NULL,NULL,'refused');
CREATE TABLE education_spell (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	client_id VARCHAR(100), 
	kind TEXT, 
	kind_unknown TEXT, 
	full_time TEXT, 
	full_time_unknown TEXT, 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "education_spell" VALUES('education_spell-1',1,'2018-06-04',1,'worker-7','recorded','','client-1','vocational',NULL,'no',NULL,'2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31');
INSERT INTO "education_spell" VALUES('education_spell-2',1,'2018-06-04',1,'worker-7','recorded','','client-1','higher',NULL,'yes',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "education_spell" VALUES('education_spell-3',1,'2018-06-04',1,'worker-7','recorded','','client-1',NULL,'not_asked',NULL,'refused',NULL,'client_does_not_know',NULL,NULL,NULL,'contradictory',NULL,NULL);
CREATE TABLE entry_traits (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	participation_id VARCHAR(100), 
	labour_status TEXT, 
	labour_status_unknown TEXT, 
	unemployed_since DATE, 
	unemployed_since_unknown TEXT, 
	unemployed_since_earliest DATE, 
	unemployed_since_latest DATE, 
	in_education TEXT, 
	in_education_unknown TEXT, 
	education_level TEXT, 
	education_level_unknown TEXT, 
	foreign_background TEXT, 
	foreign_background_unknown TEXT, 
	minority TEXT, 
	minority_unknown TEXT, 
	disability TEXT, 
	disability_unknown TEXT, 
	homeless TEXT, 
	homeless_unknown TEXT, 
	other_disadvantage TEXT, 
	other_disadvantage_unknown TEXT, 
	jobless_household TEXT, 
	jobless_household_unknown TEXT, 
	dependent_children TEXT, 
	dependent_children_unknown TEXT, 
	single_adult TEXT, 
	single_adult_unknown TEXT, 
	settlement TEXT, 
	settlement_unknown TEXT, 
	region TEXT, 
	region_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "entry_traits" VALUES('entry_traits-1',1,'2018-06-04',1,'worker-7','recorded','','participation-1','inactive',NULL,NULL,'partial','2018-04-15','2018-05-02','yes',NULL,'isced_5',NULL,'yes',NULL,'no',NULL,'yes',NULL,'no',NULL,'yes',NULL,'no',NULL,'yes',NULL,'no',NULL,'rural',NULL,'LV001',NULL);
INSERT INTO "entry_traits" VALUES('entry_traits-2',1,'2018-06-04',1,'worker-7','recorded','','participation-1','employed',NULL,NULL,NULL,NULL,NULL,'no',NULL,'isced_6',NULL,'no',NULL,'yes',NULL,'no',NULL,'yes',NULL,'no',NULL,'yes',NULL,'no',NULL,'yes',NULL,'city',NULL,'LV001',NULL);
INSERT INTO "entry_traits" VALUES('entry_traits-3',1,'2018-06-04',1,'worker-7','recorded','','participation-1',NULL,'client_does_not_know',NULL,'contradictory',NULL,NULL,NULL,'erased',NULL,'not_asked',NULL,'refused',NULL,'client_does_not_know',NULL,'contradictory',NULL,'erased',NULL,'not_asked',NULL,'refused',NULL,'client_does_not_know',NULL,'contradictory',NULL,'erased',NULL,'not_asked');
CREATE TABLE fund (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	name TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "fund" VALUES('fund-1',1,'2018-06-04',1,'worker-7','recorded','','Patvērums, "Rīga"; =1+1');
INSERT INTO "fund" VALUES('fund-2',1,'2018-06-04',1,'worker-7','recorded','','Patvērums, "Rīga"; =1+1');
INSERT INTO "fund" VALUES('fund-3',1,'2018-06-04',1,'worker-7','recorded','','Patvērums, "Rīga"; =1+1');
CREATE TABLE funding_share (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	operation_id VARCHAR(100), 
	fund_id VARCHAR(100), 
	percent TEXT, 
	rule TEXT, 
	rule_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "funding_share" VALUES('funding_share-1',1,'2018-06-04',1,'worker-7','recorded','','operation-1','fund-1','83.87','at_most',NULL);
INSERT INTO "funding_share" VALUES('funding_share-2',1,'2018-06-04',1,'worker-7','recorded','','operation-1','fund-1','83.87','remainder',NULL);
INSERT INTO "funding_share" VALUES('funding_share-3',1,'2018-06-04',1,'worker-7','recorded','','operation-1','fund-1','83.87',NULL,'contradictory');
CREATE TABLE goal (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	support_plan_id VARCHAR(100), 
	area TEXT, 
	area_unknown TEXT, 
	set_on DATE, 
	set_on_unknown TEXT, 
	set_on_earliest DATE, 
	set_on_latest DATE, 
	due_on DATE, 
	due_on_unknown TEXT, 
	due_on_earliest DATE, 
	due_on_latest DATE, 
	met_on DATE, 
	met_on_unknown TEXT, 
	met_on_earliest DATE, 
	met_on_latest DATE, 
	dropped_on DATE, 
	dropped_on_unknown TEXT, 
	dropped_on_earliest DATE, 
	dropped_on_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "goal" VALUES('goal-1',1,'2018-06-04',1,'worker-7','recorded','','support_plan-1','education',NULL,NULL,'partial','2018-04-15','2018-05-02','2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31',NULL,'partial','2018-06-01','2018-06-30');
INSERT INTO "goal" VALUES('goal-2',1,'2018-06-04',1,'worker-7','recorded','','support_plan-1','language',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "goal" VALUES('goal-3',1,'2018-06-04',1,'worker-7','recorded','','support_plan-1',NULL,'erased',NULL,'not_asked',NULL,NULL,NULL,'refused',NULL,NULL,NULL,'client_does_not_know',NULL,NULL,NULL,'contradictory',NULL,NULL);
CREATE TABLE headcount (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	service_id VARCHAR(100), 
	people BIGINT, 
	people_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "headcount" VALUES('headcount-1',1,'2018-06-04',1,'worker-7','recorded','','service-1',0,NULL);
INSERT INTO "headcount" VALUES('headcount-2',1,'2018-06-04',1,'worker-7','recorded','','service-1',0,NULL);
INSERT INTO "headcount" VALUES('headcount-3',1,'2018-06-04',1,'worker-7','recorded','','service-1',NULL,'refused');
CREATE TABLE household (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "household" VALUES('household-1',1,'2018-06-04',1,'worker-7','recorded','');
INSERT INTO "household" VALUES('household-2',1,'2018-06-04',1,'worker-7','recorded','');
INSERT INTO "household" VALUES('household-3',1,'2018-06-04',1,'worker-7','recorded','');
CREATE TABLE household_membership (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	household_id VARCHAR(100), 
	client_id VARCHAR(100), 
	role TEXT, 
	role_unknown TEXT, 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "household_membership" VALUES('household_membership-1',1,'2018-06-04',1,'worker-7','recorded','','household-1','client-1','adult',NULL,'2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31');
INSERT INTO "household_membership" VALUES('household_membership-2',1,'2018-06-04',1,'worker-7','recorded','','household-1','client-1','child',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "household_membership" VALUES('household_membership-3',1,'2018-06-04',1,'worker-7','recorded','','household-1','client-1',NULL,'not_asked',NULL,'refused',NULL,NULL,NULL,'client_does_not_know',NULL,NULL);
CREATE TABLE labour_spell (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	client_id VARCHAR(100), 
	status TEXT, 
	status_unknown TEXT, 
	work TEXT, 
	work_unknown TEXT, 
	contract TEXT, 
	contract_unknown TEXT, 
	working_time TEXT, 
	working_time_unknown TEXT, 
	temporarily_away TEXT, 
	temporarily_away_unknown TEXT, 
	registered TEXT, 
	registered_unknown TEXT, 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "labour_spell" VALUES('labour_spell-1',1,'2018-06-04',1,'worker-7','recorded','','client-1','inactive',NULL,'employee',NULL,'stable',NULL,'underemployed',NULL,'yes',NULL,'no',NULL,'2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31');
INSERT INTO "labour_spell" VALUES('labour_spell-2',1,'2018-06-04',1,'worker-7','recorded','','client-1','employed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'no',NULL,'yes',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "labour_spell" VALUES('labour_spell-3',1,'2018-06-04',1,'worker-7','recorded','','client-1',NULL,'client_does_not_know',NULL,'contradictory',NULL,'erased',NULL,'not_asked',NULL,'refused',NULL,'client_does_not_know',NULL,'contradictory',NULL,NULL,NULL,'erased',NULL,NULL);
CREATE TABLE need (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	client_id VARCHAR(100), 
	area TEXT, 
	area_unknown TEXT, 
	found_on DATE, 
	found_on_unknown TEXT, 
	found_on_earliest DATE, 
	found_on_latest DATE, 
	met_on DATE, 
	met_on_unknown TEXT, 
	met_on_earliest DATE, 
	met_on_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "need" VALUES('need-1',1,'2018-06-04',1,'worker-7','recorded','','client-1','education',NULL,NULL,'partial','2018-04-15','2018-05-02','2018-04-15',NULL,NULL,NULL);
INSERT INTO "need" VALUES('need-2',1,'2018-06-04',1,'worker-7','recorded','','client-1','language',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "need" VALUES('need-3',1,'2018-06-04',1,'worker-7','recorded','','client-1',NULL,'refused',NULL,'client_does_not_know',NULL,NULL,NULL,'contradictory',NULL,NULL);
CREATE TABLE operation (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	number TEXT, 
	title TEXT, 
	beneficiary TEXT, 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	budget_cents BIGINT, 
	budget_cents_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "operation" VALUES('operation-1',1,'2018-06-04',1,'worker-7','recorded','','Patvērums, "Rīga"; =1+1','Patvērums, "Rīga"; =1+1','Patvērums, "Rīga"; =1+1','2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31',0,NULL);
INSERT INTO "operation" VALUES('operation-2',1,'2018-06-04',1,'worker-7','recorded','','Patvērums, "Rīga"; =1+1','Patvērums, "Rīga"; =1+1','Patvērums, "Rīga"; =1+1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL);
INSERT INTO "operation" VALUES('operation-3',1,'2018-06-04',1,'worker-7','recorded','','Patvērums, "Rīga"; =1+1','Patvērums, "Rīga"; =1+1','Patvērums, "Rīga"; =1+1',NULL,'not_asked',NULL,NULL,NULL,'refused',NULL,NULL,NULL,'client_does_not_know');
CREATE TABLE outcome (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	participation_id VARCHAR(100), 
	kind TEXT, 
	kind_unknown TEXT, 
	happened_on DATE, 
	happened_on_unknown TEXT, 
	happened_on_earliest DATE, 
	happened_on_latest DATE, 
	learned_on DATE, 
	learned_on_unknown TEXT, 
	learned_on_earliest DATE, 
	learned_on_latest DATE, 
	evidence TEXT, 
	evidence_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "outcome" VALUES('outcome-1',1,'2018-06-04',1,'worker-7','recorded','','participation-1','self_employment',NULL,NULL,'partial','2018-04-15','2018-05-02','2018-04-15',NULL,NULL,NULL,'document',NULL);
INSERT INTO "outcome" VALUES('outcome-2',1,'2018-06-04',1,'worker-7','recorded','','participation-1','higher_skilled_work',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "outcome" VALUES('outcome-3',1,'2018-06-04',1,'worker-7','recorded','','participation-1',NULL,'client_does_not_know',NULL,'contradictory',NULL,NULL,NULL,'erased',NULL,NULL,NULL,'not_asked');
CREATE TABLE participation (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	client_id VARCHAR(100), 
	programme_id VARCHAR(100), 
	entered_on DATE, 
	entered_on_unknown TEXT, 
	entered_on_earliest DATE, 
	entered_on_latest DATE, 
	left_on DATE, 
	left_on_unknown TEXT, 
	left_on_earliest DATE, 
	left_on_latest DATE, 
	leaving_reason TEXT, 
	leaving_reason_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "participation" VALUES('participation-1',1,'2018-06-04',1,'worker-7','recorded','','client-1','programme-1',NULL,'partial','2018-04-15','2018-05-02','2018-04-15',NULL,NULL,NULL,'transfer',NULL);
INSERT INTO "participation" VALUES('participation-2',1,'2018-06-04',1,'worker-7','recorded','','client-1','programme-1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "participation" VALUES('participation-3',1,'2018-06-04',1,'worker-7','recorded','','client-1','programme-1',NULL,'erased',NULL,NULL,NULL,'not_asked',NULL,NULL,NULL,'refused');
CREATE TABLE place (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	name TEXT, 
	kind TEXT, 
	kind_unknown TEXT, 
	official_code TEXT, 
	official_code_unknown TEXT, 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "place" VALUES('place-1',1,'2018-06-04',1,'worker-7','recorded','','Patvērums, "Rīga"; =1+1','statistical_region',NULL,'LV001',NULL,'2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31');
INSERT INTO "place" VALUES('place-2',1,'2018-06-04',1,'worker-7','recorded','','Patvērums, "Rīga"; =1+1','programme_region',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "place" VALUES('place-3',1,'2018-06-04',1,'worker-7','recorded','','Patvērums, "Rīga"; =1+1',NULL,'contradictory',NULL,'erased',NULL,'not_asked',NULL,NULL,NULL,'refused',NULL,NULL);
CREATE TABLE place_in_region (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	place_id VARCHAR(100), 
	region_id VARCHAR(100), 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "place_in_region" VALUES('place_in_region-1',1,'2018-06-04',1,'worker-7','recorded','','place-1','place-1',NULL,'partial','2018-04-15','2018-05-02','2018-04-15',NULL,NULL,NULL);
INSERT INTO "place_in_region" VALUES('place_in_region-2',1,'2018-06-04',1,'worker-7','recorded','','place-1','place-1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "place_in_region" VALUES('place_in_region-3',1,'2018-06-04',1,'worker-7','recorded','','place-1','place-1',NULL,'client_does_not_know',NULL,NULL,NULL,'contradictory',NULL,NULL);
CREATE TABLE plan_extension (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	support_plan_id VARCHAR(100), 
	decided_on DATE, 
	decided_on_unknown TEXT, 
	decided_on_earliest DATE, 
	decided_on_latest DATE, 
	extended_until DATE, 
	extended_until_unknown TEXT, 
	extended_until_earliest DATE, 
	extended_until_latest DATE, 
	reason TEXT, 
	reason_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "plan_extension" VALUES('plan_extension-1',1,'2018-06-04',1,'worker-7','recorded','','support_plan-1',NULL,'partial','2018-06-01','2018-06-30',NULL,'partial','2018-04-15','2018-05-02','service_not_available',NULL);
INSERT INTO "plan_extension" VALUES('plan_extension-2',1,'2018-06-04',1,'worker-7','recorded','','support_plan-1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'other',NULL);
INSERT INTO "plan_extension" VALUES('plan_extension-3',1,'2018-06-04',1,'worker-7','recorded','','support_plan-1',NULL,'refused',NULL,NULL,NULL,'client_does_not_know',NULL,NULL,NULL,'contradictory');
CREATE TABLE plan_review (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	support_plan_id VARCHAR(100), 
	reviewed_on DATE, 
	reviewed_on_unknown TEXT, 
	reviewed_on_earliest DATE, 
	reviewed_on_latest DATE, 
	result TEXT, 
	result_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "plan_review" VALUES('plan_review-1',1,'2018-06-04',1,'worker-7','recorded','','support_plan-1',NULL,'partial','2018-06-01','2018-06-30','closed',NULL);
INSERT INTO "plan_review" VALUES('plan_review-2',1,'2018-06-04',1,'worker-7','recorded','','support_plan-1',NULL,NULL,NULL,NULL,'continued',NULL);
INSERT INTO "plan_review" VALUES('plan_review-3',1,'2018-06-04',1,'worker-7','recorded','','support_plan-1',NULL,'erased',NULL,NULL,NULL,'not_asked');
CREATE TABLE planned_action (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	goal_id VARCHAR(100), 
	"by" TEXT, 
	by_unknown TEXT, 
	planned_on DATE, 
	planned_on_unknown TEXT, 
	planned_on_earliest DATE, 
	planned_on_latest DATE, 
	due_on DATE, 
	due_on_unknown TEXT, 
	due_on_earliest DATE, 
	due_on_latest DATE, 
	done_on DATE, 
	done_on_unknown TEXT, 
	done_on_earliest DATE, 
	done_on_latest DATE, 
	dropped_on DATE, 
	dropped_on_unknown TEXT, 
	dropped_on_earliest DATE, 
	dropped_on_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "planned_action" VALUES('planned_action-1',1,'2018-06-04',1,'worker-7','recorded','','goal-1','both',NULL,NULL,'partial','2018-04-15','2018-05-02','2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31',NULL,'partial','2018-06-01','2018-06-30');
INSERT INTO "planned_action" VALUES('planned_action-2',1,'2018-06-04',1,'worker-7','recorded','','goal-1','client',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "planned_action" VALUES('planned_action-3',1,'2018-06-04',1,'worker-7','recorded','','goal-1',NULL,'erased',NULL,'not_asked',NULL,NULL,NULL,'refused',NULL,NULL,NULL,'client_does_not_know',NULL,NULL,NULL,'contradictory',NULL,NULL);
CREATE TABLE programme (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	operation_id VARCHAR(100), 
	declared_as TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "programme" VALUES('programme-1',1,'2018-06-04',1,'worker-7','recorded','','operation-1','class.course');
INSERT INTO "programme" VALUES('programme-2',1,'2018-06-04',1,'worker-7','recorded','','operation-1','class.course');
INSERT INTO "programme" VALUES('programme-3',1,'2018-06-04',1,'worker-7','recorded','','operation-1','class.course');
CREATE TABLE protection_spell (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	client_id VARCHAR(100), 
	kind TEXT, 
	kind_unknown TEXT, 
	legal_basis TEXT, 
	legal_basis_unknown TEXT, 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	decided_on DATE, 
	decided_on_unknown TEXT, 
	decided_on_earliest DATE, 
	decided_on_latest DATE, 
	notified_on DATE, 
	notified_on_unknown TEXT, 
	notified_on_earliest DATE, 
	notified_on_latest DATE, 
	final_on DATE, 
	final_on_unknown TEXT, 
	final_on_earliest DATE, 
	final_on_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "protection_spell" VALUES('protection_spell-1',1,'2018-06-04',1,'worker-7','recorded','','client-1','alternative_status',NULL,'ukrainian_civilians_law',NULL,'2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31',NULL,'partial','2018-06-01','2018-06-30',NULL,'partial','2018-04-15','2018-05-02','2018-04-15',NULL,NULL,NULL);
INSERT INTO "protection_spell" VALUES('protection_spell-2',1,'2018-06-04',1,'worker-7','recorded','','client-1','temporary_protection',NULL,'asylum_law',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "protection_spell" VALUES('protection_spell-3',1,'2018-06-04',1,'worker-7','recorded','','client-1',NULL,'contradictory',NULL,'erased',NULL,'not_asked',NULL,NULL,NULL,'refused',NULL,NULL,NULL,'client_does_not_know',NULL,NULL,NULL,'contradictory',NULL,NULL,NULL,'erased',NULL,NULL);
CREATE TABLE provider (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	name TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "provider" VALUES('provider-1',1,'2018-06-04',1,'worker-7','recorded','','Patvērums, "Rīga"; =1+1');
INSERT INTO "provider" VALUES('provider-2',1,'2018-06-04',1,'worker-7','recorded','','Patvērums, "Rīga"; =1+1');
INSERT INTO "provider" VALUES('provider-3',1,'2018-06-04',1,'worker-7','recorded','','Patvērums, "Rīga"; =1+1');
CREATE TABLE referral (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	client_id VARCHAR(100), 
	direction TEXT, 
	direction_unknown TEXT, 
	partner TEXT, 
	partner_unknown TEXT, 
	area TEXT, 
	area_unknown TEXT, 
	referred_on DATE, 
	referred_on_unknown TEXT, 
	referred_on_earliest DATE, 
	referred_on_latest DATE, 
	taken_up_on DATE, 
	taken_up_on_unknown TEXT, 
	taken_up_on_earliest DATE, 
	taken_up_on_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "referral" VALUES('referral-1',1,'2018-06-04',1,'worker-7','recorded','','client-1','to_programme',NULL,'education',NULL,'health',NULL,NULL,'partial','1990-01-01','1990-12-31',NULL,'partial','2018-06-01','2018-06-30');
INSERT INTO "referral" VALUES('referral-2',1,'2018-06-04',1,'worker-7','recorded','','client-1','from_programme',NULL,'legal_aid',NULL,'legal_matters',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "referral" VALUES('referral-3',1,'2018-06-04',1,'worker-7','recorded','','client-1',NULL,'erased',NULL,'not_asked',NULL,'refused',NULL,'client_does_not_know',NULL,NULL,NULL,'contradictory',NULL,NULL);
CREATE TABLE residence_spell (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	client_id VARCHAR(100), 
	"right" TEXT, 
	right_unknown TEXT, 
	place TEXT, 
	place_unknown TEXT, 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "residence_spell" VALUES('residence_spell-1',1,'2018-06-04',1,'worker-7','recorded','','client-1','temporary_permit',NULL,'Patvērums, "Rīga"; =1+1',NULL,'2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31');
INSERT INTO "residence_spell" VALUES('residence_spell-2',1,'2018-06-04',1,'worker-7','recorded','','client-1','eu_free_movement',NULL,'Patvērums, "Rīga"; =1+1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residence_spell" VALUES('residence_spell-3',1,'2018-06-04',1,'worker-7','recorded','','client-1',NULL,'client_does_not_know',NULL,'contradictory',NULL,'erased',NULL,NULL,NULL,'not_asked',NULL,NULL);
CREATE TABLE risk_spell (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	client_id VARCHAR(100), 
	ground TEXT, 
	ground_unknown TEXT, 
	circumstance TEXT, 
	circumstance_unknown TEXT, 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "risk_spell" VALUES('risk_spell-1',1,'2018-06-04',1,'worker-7','recorded','','client-1','disability',NULL,'single_parent',NULL,'2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31');
INSERT INTO "risk_spell" VALUES('risk_spell-2',1,'2018-06-04',1,'worker-7','recorded','','client-1','ethnicity',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "risk_spell" VALUES('risk_spell-3',1,'2018-06-04',1,'worker-7','recorded','','client-1',NULL,'not_asked',NULL,'refused',NULL,'client_does_not_know',NULL,NULL,NULL,'contradictory',NULL,NULL);
CREATE TABLE same_person_link (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	client_id VARCHAR(100), 
	other_client_id VARCHAR(100), 
	linked_on DATE, 
	undone_on DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "same_person_link" VALUES('same_person_link-1',1,'2018-06-04',1,'worker-7','recorded','','client-1','client-1','2018-04-15','2018-04-15');
INSERT INTO "same_person_link" VALUES('same_person_link-2',1,'2018-06-04',1,'worker-7','recorded','','client-1','client-1','2018-04-15',NULL);
INSERT INTO "same_person_link" VALUES('same_person_link-3',1,'2018-06-04',1,'worker-7','recorded','','client-1','client-1','2018-04-15','2018-04-15');
CREATE TABLE schema_version (
	name VARCHAR(100) NOT NULL, 
	schema_version INTEGER NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "schema_version" VALUES('inclusion_core',1);
INSERT INTO "schema_version" VALUES('fund',1);
INSERT INTO "schema_version" VALUES('operation',1);
INSERT INTO "schema_version" VALUES('funding_share',1);
INSERT INTO "schema_version" VALUES('budget_line',1);
INSERT INTO "schema_version" VALUES('cost_cap',1);
INSERT INTO "schema_version" VALUES('target',1);
INSERT INTO "schema_version" VALUES('programme',1);
INSERT INTO "schema_version" VALUES('provider',1);
INSERT INTO "schema_version" VALUES('contract',1);
INSERT INTO "schema_version" VALUES('cost_entry',1);
INSERT INTO "schema_version" VALUES('place',1);
INSERT INTO "schema_version" VALUES('place_in_region',1);
INSERT INTO "schema_version" VALUES('staff_member',1);
INSERT INTO "schema_version" VALUES('staff_training',1);
INSERT INTO "schema_version" VALUES('staff_assignment',1);
INSERT INTO "schema_version" VALUES('supervision',1);
INSERT INTO "schema_version" VALUES('client',1);
INSERT INTO "schema_version" VALUES('same_person_link',1);
INSERT INTO "schema_version" VALUES('household',1);
INSERT INTO "schema_version" VALUES('household_membership',1);
INSERT INTO "schema_version" VALUES('protection_spell',1);
INSERT INTO "schema_version" VALUES('appeal',1);
INSERT INTO "schema_version" VALUES('citizenship_spell',1);
INSERT INTO "schema_version" VALUES('residence_spell',1);
INSERT INTO "schema_version" VALUES('arrival',1);
INSERT INTO "schema_version" VALUES('education_spell',1);
INSERT INTO "schema_version" VALUES('education_attainment',1);
INSERT INTO "schema_version" VALUES('labour_spell',1);
INSERT INTO "schema_version" VALUES('risk_spell',1);
INSERT INTO "schema_version" VALUES('disability_spell',1);
INSERT INTO "schema_version" VALUES('caring_spell',1);
INSERT INTO "schema_version" VALUES('need',1);
INSERT INTO "schema_version" VALUES('referral',1);
INSERT INTO "schema_version" VALUES('participation',1);
INSERT INTO "schema_version" VALUES('entry_traits',1);
INSERT INTO "schema_version" VALUES('delivery_spell',1);
INSERT INTO "schema_version" VALUES('case_assignment',1);
INSERT INTO "schema_version" VALUES('support_plan',1);
INSERT INTO "schema_version" VALUES('goal',1);
INSERT INTO "schema_version" VALUES('planned_action',1);
INSERT INTO "schema_version" VALUES('plan_review',1);
INSERT INTO "schema_version" VALUES('plan_extension',1);
INSERT INTO "schema_version" VALUES('service',1);
INSERT INTO "schema_version" VALUES('service_attendance',1);
INSERT INTO "schema_version" VALUES('service_staff',1);
INSERT INTO "schema_version" VALUES('headcount',1);
INSERT INTO "schema_version" VALUES('outcome',1);
CREATE TABLE service (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	contract_id VARCHAR(100), 
	kind TEXT, 
	kind_unknown TEXT, 
	given_on DATE, 
	given_on_unknown TEXT, 
	given_on_earliest DATE, 
	given_on_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	minutes BIGINT, 
	minutes_unknown TEXT, 
	place TEXT, 
	place_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "service" VALUES('service-1',1,'2018-06-04',1,'worker-7','recorded','','contract-1','event',NULL,NULL,'partial','2018-04-15','2018-05-02','2018-04-15',NULL,NULL,NULL,0,NULL,'Patvērums, "Rīga"; =1+1',NULL);
INSERT INTO "service" VALUES('service-2',1,'2018-06-04',1,'worker-7','recorded','','contract-1','camp',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,'Patvērums, "Rīga"; =1+1',NULL);
INSERT INTO "service" VALUES('service-3',1,'2018-06-04',1,'worker-7','recorded','','contract-1',NULL,'erased',NULL,'not_asked',NULL,NULL,NULL,'refused',NULL,NULL,NULL,'client_does_not_know',NULL,'contradictory');
CREATE TABLE service_attendance (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	service_id VARCHAR(100), 
	participation_id VARCHAR(100), 
	minutes BIGINT, 
	minutes_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "service_attendance" VALUES('service_attendance-1',1,'2018-06-04',1,'worker-7','recorded','','service-1','participation-1',0,NULL);
INSERT INTO "service_attendance" VALUES('service_attendance-2',1,'2018-06-04',1,'worker-7','recorded','','service-1','participation-1',0,NULL);
INSERT INTO "service_attendance" VALUES('service_attendance-3',1,'2018-06-04',1,'worker-7','recorded','','service-1','participation-1',NULL,'erased');
CREATE TABLE service_staff (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	service_id VARCHAR(100), 
	staff_assignment_id VARCHAR(100), 
	minutes BIGINT, 
	minutes_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "service_staff" VALUES('service_staff-1',1,'2018-06-04',1,'worker-7','recorded','','service-1','staff_assignment-1',0,NULL);
INSERT INTO "service_staff" VALUES('service_staff-2',1,'2018-06-04',1,'worker-7','recorded','','service-1','staff_assignment-1',0,NULL);
INSERT INTO "service_staff" VALUES('service_staff-3',1,'2018-06-04',1,'worker-7','recorded','','service-1','staff_assignment-1',NULL,'not_asked');
CREATE TABLE staff_assignment (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	staff_member_id VARCHAR(100), 
	contract_id VARCHAR(100), 
	role TEXT, 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "staff_assignment" VALUES('staff_assignment-1',1,'2018-06-04',1,'worker-7','recorded','','staff_member-1','contract-1','lawyer','2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31');
INSERT INTO "staff_assignment" VALUES('staff_assignment-2',1,'2018-06-04',1,'worker-7','recorded','','staff_member-1','contract-1','career_counsellor',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "staff_assignment" VALUES('staff_assignment-3',1,'2018-06-04',1,'worker-7','recorded','','staff_member-1','contract-1','family_assistant',NULL,'contradictory',NULL,NULL,NULL,'erased',NULL,NULL);
CREATE TABLE staff_member (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	provider_id VARCHAR(100), 
	engagement TEXT, 
	engagement_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "staff_member" VALUES('staff_member-1',1,'2018-06-04',1,'worker-7','recorded','','provider-1','volunteer',NULL);
INSERT INTO "staff_member" VALUES('staff_member-2',1,'2018-06-04',1,'worker-7','recorded','','provider-1','employee',NULL);
INSERT INTO "staff_member" VALUES('staff_member-3',1,'2018-06-04',1,'worker-7','recorded','','provider-1',NULL,'erased');
CREATE TABLE staff_training (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	staff_member_id VARCHAR(100), 
	topic TEXT, 
	topic_unknown TEXT, 
	completed_on DATE, 
	completed_on_unknown TEXT, 
	completed_on_earliest DATE, 
	completed_on_latest DATE, 
	minutes BIGINT, 
	minutes_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "staff_training" VALUES('staff_training-1',1,'2018-06-04',1,'worker-7','recorded','','staff_member-1','Patvērums, "Rīga"; =1+1',NULL,NULL,'partial','2018-04-15','2018-05-02',0,NULL);
INSERT INTO "staff_training" VALUES('staff_training-2',1,'2018-06-04',1,'worker-7','recorded','','staff_member-1','Patvērums, "Rīga"; =1+1',NULL,NULL,NULL,NULL,NULL,0,NULL);
INSERT INTO "staff_training" VALUES('staff_training-3',1,'2018-06-04',1,'worker-7','recorded','','staff_member-1',NULL,'not_asked',NULL,'refused',NULL,NULL,NULL,'client_does_not_know');
CREATE TABLE supervision (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	supervisor_id VARCHAR(100), 
	supervised_id VARCHAR(100), 
	first_day DATE, 
	first_day_unknown TEXT, 
	first_day_earliest DATE, 
	first_day_latest DATE, 
	last_day DATE, 
	last_day_unknown TEXT, 
	last_day_earliest DATE, 
	last_day_latest DATE, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "supervision" VALUES('supervision-1',1,'2018-06-04',1,'worker-7','recorded','','staff_assignment-1','staff_assignment-1',NULL,'partial','2018-04-15','2018-05-02','2018-04-15',NULL,NULL,NULL);
INSERT INTO "supervision" VALUES('supervision-2',1,'2018-06-04',1,'worker-7','recorded','','staff_assignment-1','staff_assignment-1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "supervision" VALUES('supervision-3',1,'2018-06-04',1,'worker-7','recorded','','staff_assignment-1','staff_assignment-1',NULL,'not_asked',NULL,NULL,NULL,'refused',NULL,NULL);
CREATE TABLE support_plan (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	participation_id VARCHAR(100), 
	drawn_up_on DATE, 
	drawn_up_on_unknown TEXT, 
	drawn_up_on_earliest DATE, 
	drawn_up_on_latest DATE, 
	fulfilled_on DATE, 
	fulfilled_on_unknown TEXT, 
	fulfilled_on_earliest DATE, 
	fulfilled_on_latest DATE, 
	closed_on DATE, 
	closed_on_unknown TEXT, 
	closed_on_earliest DATE, 
	closed_on_latest DATE, 
	closing_reason TEXT, 
	closing_reason_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "support_plan" VALUES('support_plan-1',1,'2018-06-04',1,'worker-7','recorded','','participation-1',NULL,'partial','2018-06-01','2018-06-30',NULL,'partial','2018-04-15','2018-05-02','2018-04-15',NULL,NULL,NULL,'transfer',NULL);
INSERT INTO "support_plan" VALUES('support_plan-2',1,'2018-06-04',1,'worker-7','recorded','','participation-1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "support_plan" VALUES('support_plan-3',1,'2018-06-04',1,'worker-7','recorded','','participation-1',NULL,'not_asked',NULL,NULL,NULL,'refused',NULL,NULL,NULL,'client_does_not_know',NULL,NULL,NULL,'contradictory');
CREATE TABLE target (
	id VARCHAR(100) NOT NULL, 
	version BIGINT NOT NULL, 
	recorded_on DATE NOT NULL, 
	sequence BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	act TEXT NOT NULL, 
	why TEXT NOT NULL, 
	operation_id VARCHAR(100), 
	metric TEXT, 
	amount BIGINT, 
	agreed_on DATE, 
	agreed_on_unknown TEXT, 
	agreed_on_earliest DATE, 
	agreed_on_latest DATE, 
	due_on DATE, 
	due_on_unknown TEXT, 
	due_on_earliest DATE, 
	due_on_latest DATE, 
	place TEXT, 
	place_unknown TEXT, 
	PRIMARY KEY (id, version), 
	CHECK (version >= 1), 
	CHECK (typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' AND typeof(recorded_on) = 'text' AND recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
INSERT INTO "target" VALUES('target-1',1,'2018-06-04',1,'worker-7','recorded','','operation-1','class.stays',0,'2018-04-15',NULL,NULL,NULL,NULL,'partial','1990-01-01','1990-12-31','LV001',NULL);
INSERT INTO "target" VALUES('target-2',1,'2018-06-04',1,'worker-7','recorded','','operation-1','class.stays',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "target" VALUES('target-3',1,'2018-06-04',1,'worker-7','recorded','','operation-1','class.stays',0,NULL,'client_does_not_know',NULL,NULL,NULL,'contradictory',NULL,NULL,NULL,'erased');
CREATE INDEX ix_funding_share_operation_id ON funding_share (operation_id);
CREATE INDEX ix_funding_share_fund_id ON funding_share (fund_id);
CREATE INDEX ix_budget_line_operation_id ON budget_line (operation_id);
CREATE INDEX ix_cost_cap_budget_line_id ON cost_cap (budget_line_id);
CREATE INDEX ix_target_operation_id ON target (operation_id);
CREATE INDEX ix_programme_operation_id ON programme (operation_id);
CREATE INDEX ix_contract_provider_id ON contract (provider_id);
CREATE INDEX ix_contract_programme_id ON contract (programme_id);
CREATE INDEX ix_cost_entry_budget_line_id ON cost_entry (budget_line_id);
CREATE INDEX ix_cost_entry_contract_id ON cost_entry (contract_id);
CREATE INDEX ix_place_in_region_place_id ON place_in_region (place_id);
CREATE INDEX ix_place_in_region_region_id ON place_in_region (region_id);
CREATE INDEX ix_staff_member_provider_id ON staff_member (provider_id);
CREATE INDEX ix_staff_training_staff_member_id ON staff_training (staff_member_id);
CREATE INDEX ix_staff_assignment_staff_member_id ON staff_assignment (staff_member_id);
CREATE INDEX ix_staff_assignment_contract_id ON staff_assignment (contract_id);
CREATE INDEX ix_supervision_supervisor_id ON supervision (supervisor_id);
CREATE INDEX ix_supervision_supervised_id ON supervision (supervised_id);
CREATE INDEX ix_client_provider_id ON client (provider_id);
CREATE INDEX ix_same_person_link_other_client_id ON same_person_link (other_client_id);
CREATE INDEX ix_same_person_link_client_id ON same_person_link (client_id);
CREATE INDEX ix_household_membership_client_id ON household_membership (client_id);
CREATE INDEX ix_household_membership_household_id ON household_membership (household_id);
CREATE INDEX ix_protection_spell_client_id ON protection_spell (client_id);
CREATE INDEX ix_appeal_protection_spell_id ON appeal (protection_spell_id);
CREATE INDEX ix_citizenship_spell_client_id ON citizenship_spell (client_id);
CREATE INDEX ix_residence_spell_client_id ON residence_spell (client_id);
CREATE INDEX ix_arrival_client_id ON arrival (client_id);
CREATE INDEX ix_education_spell_client_id ON education_spell (client_id);
CREATE INDEX ix_education_attainment_client_id ON education_attainment (client_id);
CREATE INDEX ix_labour_spell_client_id ON labour_spell (client_id);
CREATE INDEX ix_risk_spell_client_id ON risk_spell (client_id);
CREATE INDEX ix_disability_spell_client_id ON disability_spell (client_id);
CREATE INDEX ix_caring_spell_client_id ON caring_spell (client_id);
CREATE INDEX ix_need_client_id ON need (client_id);
CREATE INDEX ix_referral_client_id ON referral (client_id);
CREATE INDEX ix_participation_client_id ON participation (client_id);
CREATE INDEX ix_participation_programme_id ON participation (programme_id);
CREATE INDEX ix_entry_traits_participation_id ON entry_traits (participation_id);
CREATE INDEX ix_delivery_spell_participation_id ON delivery_spell (participation_id);
CREATE INDEX ix_delivery_spell_contract_id ON delivery_spell (contract_id);
CREATE INDEX ix_case_assignment_participation_id ON case_assignment (participation_id);
CREATE INDEX ix_case_assignment_staff_assignment_id ON case_assignment (staff_assignment_id);
CREATE INDEX ix_support_plan_participation_id ON support_plan (participation_id);
CREATE INDEX ix_goal_support_plan_id ON goal (support_plan_id);
CREATE INDEX ix_planned_action_goal_id ON planned_action (goal_id);
CREATE INDEX ix_plan_review_support_plan_id ON plan_review (support_plan_id);
CREATE INDEX ix_plan_extension_support_plan_id ON plan_extension (support_plan_id);
CREATE INDEX ix_service_contract_id ON service (contract_id);
CREATE INDEX ix_service_attendance_participation_id ON service_attendance (participation_id);
CREATE INDEX ix_service_attendance_service_id ON service_attendance (service_id);
CREATE INDEX ix_service_staff_staff_assignment_id ON service_staff (staff_assignment_id);
CREATE INDEX ix_service_staff_service_id ON service_staff (service_id);
CREATE INDEX ix_headcount_service_id ON headcount (service_id);
CREATE INDEX ix_outcome_participation_id ON outcome (participation_id);
COMMIT;
