/**
 * The menu, in its groups and their order; an entry is shown to those whom the table of roles lets through, and where it is `of` a
 * part of the plan, only where the plan has that part.
 */
export const NAVIGATION = [
	{ group: null, key: 'overview', to: '' },
	{ group: 'rounds', key: 'rounds', to: '/maalinger' },
	{ group: 'rounds', key: 'codes', to: '/koder' },
	{ group: 'rounds', key: 'paper', to: '/papir' },
	{ group: 'rounds', key: 'tablets', to: '/tablets' },
	{ group: 'rounds', key: 'meetings', to: '/samtaler' },
	{ group: 'results', key: 'results', to: '/resultater' },
	{ group: 'results', key: 'comments', to: '/kommentarer' },
	{ group: 'results', key: 'voices', to: '/stemmer' },
	{ group: 'results', key: 'goals', to: '/maal' },
	{ group: 'results', key: 'figures', to: '/tal' },
	{ group: 'results', key: 'month', to: '/maaned' },
	{ group: 'results', key: 'initiatives', to: '/initiativer' },
	{ group: 'interviews', key: 'interviews', to: '/interviewforloeb', of: 'interviews' },
	{ group: 'interviews', key: 'review', to: '/gennemsyn', of: 'interviews' },
	{ group: 'committee', key: 'reports', to: '/rapporter' },
	{ group: 'committee', key: 'material', to: '/kvartalsmateriale', of: 'interviews' },
	{ group: 'committee', key: 'committee', to: '/udvalg' },
	{ group: 'setup', key: 'start', to: '/opstart' },
	{ group: 'setup', key: 'plan', to: '/plan' },
	{ group: 'setup', key: 'compliance', to: '/foer-start' },
	{ group: 'setup', key: 'settings', to: '/indstillinger' },
	{ group: 'setup', key: 'users', to: '/brugere' },
	{ group: 'setup', key: 'ownLogin', to: '/kommunens-login' },
	{ group: 'setup', key: 'audit', to: '/haendelser' }
] as const;
