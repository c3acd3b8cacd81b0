// One graph for all that tests ask of the server's own modules: an open file is the same file in each.
export * as box from '../../src/lib/server/rounds/box.ts';
export * as codes from '../../src/lib/server/rounds/codes.ts';
export * as database from '../../src/lib/server/core/database.ts';
export * as demoGoals from '../../src/lib/server/demo/goals/goals.ts';
export * as demoInterviews from '../../src/lib/server/demo/interviews.ts';
export * as demoStaff from '../../src/lib/server/demo/staff.ts';
export * as keys from '../../src/lib/server/core/keys.ts';
export * as sealed from '../../src/lib/server/core/sealed.ts';
export * as plans from '../../src/lib/server/plan/plans.ts';
export * as questionnaires from '../../src/lib/server/rounds/questionnaire-hash.ts';
export * as rounds from '../../src/lib/server/rounds/rounds.ts';
