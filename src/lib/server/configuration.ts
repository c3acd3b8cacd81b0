import { environment } from './core/environment.ts';
import * as plans from './plan/plans.ts';
import { read as readLogins } from './staff/own-login/configuration.ts';

/**
 * Everything that is said to the server from outside is read and judged before anybody is answered: what is wrong is found by
 * whoever starts it, and not by the first who signs in.
 * @throws with the variable or the path, and the reason
 */
export function judge(): void {
	environment();
	readLogins(plans.all().map(({ municipality }) => municipality));
}
