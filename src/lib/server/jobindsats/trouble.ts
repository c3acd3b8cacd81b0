/** What can come between us and a table; each has its Danish words in the desk's messages. */
export const OBSTACLES = [
	// 401 or 403: the key is not taken. Nothing more is asked.
	'key-refused',
	// 429 or an overloaded service, also after having waited.
	'busy',
	'timed-out',
	'unreachable',
	// It was cut off, or is no JSON.
	'half-a-reply',
	// It has another shape than we know.
	'other-shape',
	'no-such-table',
	// Further hierarchies have to be chosen in the plan.
	'choose-hierarchies',
	// The value that the plan chose is not in the table.
	'no-such-value',
	// The municipality is not among the table's.
	'no-such-municipality',
	// The table has several columns of figures, and the plan names none or one that is gone.
	'choose-column'
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Says what kind it is and what it is about: never the key, and never a figure. */
export class JobindsatsTrouble extends Error {
	override readonly name = 'JobindsatsTrouble';
	constructor(
		readonly obstacle: Obstacle,
		/** Names of hierarchies or columns, or a status. */
		readonly detail = ''
	) {
		super(detail ? `${obstacle}: ${detail}` : obstacle);
	}
}
