/** The menu, in its order; an entry is shown to those whom the table of roles lets through. */
export const NAVIGATION = [
	{ key: 'overview', to: '' },
	{ key: 'users', to: '/brugere' },
	{ key: 'audit', to: '/haendelser' }
] as const;
