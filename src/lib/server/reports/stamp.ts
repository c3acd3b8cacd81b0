import type { Day } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Db } from '../core/database.ts';
import * as initiatives from '../goals/initiatives.ts';
import * as series from '../goals/series.ts';
import { shown } from '../goals/shown.ts';
import * as planVersions from '../plan/versions.ts';
import { edition } from '../results/results.ts';

/** Another one wherever anything that is told of goals would say something else: they are reached by figures, or by what is done. */
export const stampOfGoals = (db: Db, plan: Plan, today: Day): string =>
	[
		planVersions.latest(db),
		edition(db),
		series.stamp(db),
		initiatives.stamp(db),
		[...shown(db, plan)].join(),
		today
	].join('/');
