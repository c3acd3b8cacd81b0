/** What every plan's content has alike. A plan may write its own instead. */

// Names as the law has them from 1 February 2026: uddannelseshjælp became kontanthjælp on 1 July 2025,
// and those already in a ressourceforløb or revalidering finish it, though nobody new begins one.
export const situations = [
	{
		id: 'unemployment',
		text: { da: 'Jeg får dagpenge', let: 'Jeg får dagpenge', en: 'I get unemployment benefit' }
	},
	{
		id: 'cash-benefit',
		text: {
			da: 'Jeg får kontanthjælp',
			let: 'Jeg får kontanthjælp',
			en: 'I get cash benefit (kontanthjælp)'
		}
	},
	{
		id: 'sick-leave',
		text: {
			da: 'Jeg er sygemeldt',
			let: 'Jeg er syg og kan ikke arbejde',
			en: 'I am on sick leave'
		}
	},
	{
		id: 'rehabilitation',
		text: {
			da: 'Jeg er i ressourceforløb eller revalidering',
			let: 'Jeg er i ressourceforløb eller revalidering',
			en: 'I am in a resource course or in rehabilitation'
		}
	},
	{
		id: 'flex-job',
		text: {
			da: 'Jeg er i fleksjob eller leder efter et',
			let: 'Jeg har et fleksjob, eller jeg leder efter et',
			en: 'I am in a flex job or looking for one'
		}
	},
	{ id: 'other', text: { da: 'Noget andet', let: 'Noget andet', en: 'Something else' } }
];

export const meetingForms = [
	{
		id: 'in-person',
		text: { da: 'Vi mødtes på kommunen', let: 'Jeg var på kommunen', en: 'At the municipality' }
	},
	{ id: 'telephone', text: { da: 'På telefon', let: 'I telefon', en: 'By telephone' } },
	{ id: 'video', text: { da: 'På video', let: 'På video', en: 'By video' } },
	{
		id: 'elsewhere',
		text: {
			da: 'Et andet sted, fx hjemme hos mig eller på en arbejdsplads',
			let: 'Et andet sted. For eksempel hjemme hos mig',
			en: 'Somewhere else, such as my home or a workplace'
		}
	}
];

/** The last to turn to, after those of the municipality itself. */
export const contactsOutside = [
	{
		name: { da: 'Ankestyrelsen', let: 'Ankestyrelsen', en: 'Ankestyrelsen (the appeals board)' },
		note: {
			da: 'Er du uenig i en afgørelse, så skriv først til kommunen. Den ser på sagen igen og sender din klage videre. Fristen står i dit brev.',
			let: 'Er du uenig i det, kommunen har bestemt? Skriv til kommunen, at du vil klage. Kommunen sender din klage videre. I dit brev står der, hvornår det er sidste dag.',
			en: 'If you disagree with a decision, write to the municipality first. It looks at your case again and passes your complaint on. The time limit is in your letter.'
		},
		url: 'https://www.ast.dk'
	},
	{
		name: { da: 'Livslinien', let: 'Livslinien', en: 'Livslinien (the lifeline)' },
		note: {
			da: 'Når tankerne er svære at være alene med.',
			let: 'Når du har det rigtig svært og vil tale med nogen.',
			en: 'When your thoughts are too hard to be alone with.'
		},
		telephone: '70 201 201',
		url: 'https://www.livslinien.dk'
	},
	{
		name: { da: 'Alarmcentralen', let: 'Alarm', en: 'Emergency services' },
		note: {
			da: 'Hvis du eller andre er i fare lige nu.',
			let: 'Hvis der er fare lige nu.',
			en: 'If you or someone else is in danger right now.'
		},
		telephone: '112'
	}
];

/** The leader is asked for at the municipality's own address: no name or number is printed in any plan. */
export const leaderNote = {
	da: 'Ring eller skriv til kommunen, og bed om at tale med lederen. Du må gerne tage en, du stoler på, med.',
	let: 'Ring eller skriv til kommunen. Sig, at du vil tale med lederen. Du må gerne tage en ven med.',
	en: 'Call or write to the municipality and ask to speak to the manager. You may bring someone you trust.'
};

export const leader = {
	da: 'Lederen for din sagsbehandler',
	let: 'Chefen for din sagsbehandler',
	en: "Your caseworker's manager"
};

/** No plan names whom it wants to be seen beside; Glostrup's wants benchmarking. Ours, and said as such with its reason. */
export const beside = {
	name: 'De fem kommuner med en plan her',
	reason:
		'de alle fem måler efter samtaler med kommunen og regner på samme måde. De er valgt af os og ikke af planerne.',
	members: ['glostrup', 'slagelse', 'stevns', 'soenderborg', 'vejen']
};
