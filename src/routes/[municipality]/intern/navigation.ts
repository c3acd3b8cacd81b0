/**
 * The menu, in its order; an entry is shown to those whom the table of roles lets through, and where it is `of` a part of
 * the plan, only where the plan has that part.
 */
export const NAVIGATION = [
	{ key: 'overview', to: '' },
	{ key: 'rounds', to: '/maalinger' },
	{ key: 'codes', to: '/koder' },
	{ key: 'paper', to: '/papir' },
	{ key: 'tablets', to: '/tablets' },
	{ key: 'meetings', to: '/samtaler' },
	{ key: 'results', to: '/resultater' },
	{ key: 'goals', to: '/maal' },
	{ key: 'comments', to: '/kommentarer' },
	{ key: 'plan', to: '/plan' },
	{ key: 'interviews', to: '/interviewforloeb', of: 'interviews' },
	{ key: 'review', to: '/gennemsyn', of: 'interviews' },
	{ key: 'material', to: '/kvartalsmateriale', of: 'interviews' },
	{ key: 'compliance', to: '/foer-start' },
	{ key: 'committee', to: '/udvalg' },
	{ key: 'settings', to: '/indstillinger' },
	{ key: 'users', to: '/brugere' },
	{ key: 'ownLogin', to: '/kommunens-login' },
	{ key: 'audit', to: '/haendelser' }
] as const;
