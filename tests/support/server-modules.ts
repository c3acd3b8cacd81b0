// One graph for all that tests ask of the server's own modules: an open file is the same file in each.
export * as box from '../../src/lib/server/box.ts';
export * as codes from '../../src/lib/server/codes.ts';
export * as database from '../../src/lib/server/database.ts';
export * as demoInterviews from '../../src/lib/server/demo/interviews.ts';
export * as demoStaff from '../../src/lib/server/demo/staff.ts';
export * as keys from '../../src/lib/server/keys.ts';
export * as plans from '../../src/lib/server/plans.ts';
export * as questionnaires from '../../src/lib/server/questionnaires.ts';
export * as rounds from '../../src/lib/server/rounds.ts';
