import type { Goal, Heading } from '../../../goals/goal.ts';
import type { PlannedInitiative } from '../../../goals/initiative.ts';
import type { Text } from '../../../i18n/text.ts';
import { by, during, figure, quoting, undated } from './making.ts';

const quoted = quoting('soenderborg-2016-2018.txt');
const named = (id: string, name: Text) =>
	figure('number', 'quarter', 'higher', { id, name, runningTotal: true });
const byYears = (id: string, name: Text) => figure('per-cent', 'year', 'higher', { id, name });

/** Baselines are not printed: the objectives start from the budget's assumptions for 2015 (line 88). */
const UNTIL_2018: Text = {
	da: 'Planen skriver »frem til 2018«. Vi læser det som til og med 2018, som er strategiens sidste år, og begynder med det sidste tal før 2016.',
	let: 'I planen står der »frem til 2018«. Vi læser det som til slutningen af 2018.',
	en: 'The plan says “up to 2018”. We read it as up to the end of 2018, the strategy’s last year, and start from the last figure before 2016.'
};
const ONE_PER_CENT: Text = {
	da: 'Planen skriver »en procent« om et tal, der selv er i procent. Vi læser det som en hundrededel af året før, ikke som et procentpoint.',
	let: 'I planen står der »en procent«. Vi læser det som en hundrededel mere end året før.',
	en: 'The plan says “one per cent” of a figure that is itself in per cent. We read it as a hundredth of the year before, not as a percentage point.'
};
const FOLLOW: Text = {
	da: 'Planen siger, at andelen skal følge ministeriets nøgletal, men ikke hvor tæt. Vi viser begge tal og siger ikke, om målet er nået.',
	let: 'Planen siger ikke, hvor tæt tallene skal være. Derfor viser vi begge tal.',
	en: 'The plan says that the share is to follow the ministry’s key figure, but not how closely. We show both and do not say whether the goal is reached.'
};
const BY_YEARS: Text = {
	da: 'Planen skriver 20 %, »yderligere 20 %« og »endnu 20 %«. Vi læser hvert tal for sig: dem, der er kommet til i det år.',
	let: 'Planen skriver 20 %, 20 % mere og 20 % mere igen. Vi tæller hvert år for sig.',
	en: 'The plan says 20 %, “a further 20 %” and “yet 20 %”. We read each by itself: those who were added in that year.'
};

export const headings: Heading[] = [
	{
		id: 'common',
		text: {
			da: 'Fælles målsætninger Erhverv, Beskæftigelse og Sundhed',
			let: 'Mål for alle',
			en: 'Common objectives'
		}
	},
	{ id: 'unemployment', text: { da: 'A-dagpenge', let: 'Dagpenge', en: 'Unemployment benefit' } },
	{
		id: 'education-benefit',
		text: { da: 'Uddannelseshjælp', let: 'Uddannelseshjælp', en: 'Education benefit' }
	},
	{ id: 'cash-benefit', text: { da: 'Kontanthjælp', let: 'Kontanthjælp', en: 'Cash benefit' } },
	{ id: 'sickness', text: { da: 'Sygedagpenge', let: 'Sygedagpenge', en: 'Sickness benefit' } },
	{
		id: 'resource',
		text: { da: 'Ressourceforløb', let: 'Ressourceforløb', en: 'Resource courses' }
	},
	{ id: 'flex', text: { da: 'Ledighedsydelse og fleksjob', let: 'Fleksjob', en: 'Flex jobs' } },
	{
		id: 'integration',
		text: {
			da: 'Borgere indenfor den treårige integrationsperiode',
			let: 'Ny i Danmark',
			en: 'Citizens in the three-year integration period'
		}
	}
];

export const goals: Goal[] = [
	{
		id: 'company-plan',
		heading: 'common',
		name: {
			da: 'Handleplan for virksomhedssamarbejdet',
			let: 'En plan for samarbejdet med firmaer',
			en: 'Action plan for working with companies'
		},
		source: quoted(
			[92],
			'Inden udgangen af 2015 er der udarbejdet en handleplan for virksomhedssamarbejdet i Erhverv, Beskæftigelse og Sundhed.'
		),
		measures: [],
		aims: [{ kind: 'done', when: by('2015-12-31') }]
	},
	{
		id: 'catalogue',
		heading: 'common',
		name: {
			da: 'Indsatskatalog og tilbudsvifte er revurderet',
			let: 'Vi har set på, hvilken hjælp vi tilbyder',
			en: 'Catalogue of help and offers reviewed'
		},
		source: quoted(
			[93],
			'Inden udgangen af 1. kvartal 2016 er indsatskataloget for den tværfaglige beskæftigelsesrettede indsats og tilbudsviften revurderet med sigte mod virksomheds- eller uddannelsesrettede aktiviteter.'
		),
		measures: [],
		aims: [{ kind: 'done', when: by('2016-03-31') }]
	},
	{
		id: 'company-based',
		heading: 'common',
		name: {
			da: 'Den aktive indsats, der er virksomhedsrettet',
			let: 'Hjælp, der sker i et firma',
			en: 'Active help that takes place in companies'
		},
		source: quoted([94], '80 % af den aktive indsats skal være virksomhedsrettet.'),
		measures: [figure('per-cent', 'quarter', 'higher')],
		aims: [{ kind: 'value', measure: 'figure', value: 80, when: undated }]
	},
	{
		id: 'area-plans',
		heading: 'common',
		name: {
			da: 'Handleplaner for alle driftsområder',
			let: 'En plan for hvert område',
			en: 'Action plans for all areas'
		},
		source: quoted(
			[95],
			'Der skal inden udgangen af 2. kvartal 2016 være udarbejdet handleplaner for alle driftsområder.'
		),
		measures: [],
		aims: [{ kind: 'done', when: by('2016-06-30') }]
	},
	{
		id: 'company-centres',
		heading: 'common',
		name: {
			da: 'Aftaler om virksomhedscentre med nye virksomheder',
			let: 'Aftaler med nye firmaer om virksomhedscentre',
			en: 'Agreements on company centres with new companies'
		},
		source: quoted(
			[96],
			'Der skal indgås samarbejdsaftaler om oprettelse af virksomhedscentre med ti nye virksomheder inden udgangen af 2018.'
		),
		measures: [figure('number', 'quarter', 'higher', { runningTotal: true })],
		aims: [{ kind: 'value', measure: 'figure', value: 10, when: by('2018-12-31') }]
	},
	{
		id: 'youth-centre',
		heading: 'common',
		name: {
			da: 'Kvaliteten i ungeindsatsen og et ungecenter',
			let: 'Et center for unge',
			en: 'Better help for young people, and a youth centre'
		},
		source: quoted(
			[97],
			'I 2016 opprioriteres kvaliteten i ungeindsatsen ved øget tværfagligt samarbejde samt ved etablering af et ungecenter byggende på én indgang og en samlet plan for alle unge og med kompetent efterværn. Dette skal understøtte at unge fastholdes i uddannelsesforløb og få flere unge i gang med en ungdomsuddannelse.'
		),
		measures: [],
		aims: [{ kind: 'done', when: during('2016') }]
	},
	{
		id: 'long-unemployed',
		heading: 'unemployment',
		name: {
			da: 'A-dagpenge i over 12 måneder',
			let: 'Folk, der har fået dagpenge i over 12 måneder',
			en: 'On unemployment benefit for more than 12 months'
		},
		source: quoted(
			[101],
			'Tidlig indsats skal sikre, at antallet af borgere på A-dagpenge med varighed på over 12 måneder reduceres med 30 % frem til 2018.'
		),
		measures: [figure('number', 'month', 'lower')],
		aims: [
			{
				kind: 'change',
				measure: 'figure',
				amount: 30,
				unit: 'per-cent',
				each: 'in-all',
				when: by('2018-12-31')
			}
		],
		reading: UNTIL_2018
	},
	{
		id: 'company-visits',
		heading: 'unemployment',
		name: {
			da: 'Besøg hos nye virksomheder',
			let: 'Besøg hos nye firmaer',
			en: 'Visits to new companies'
		},
		source: quoted(
			[102],
			'Den efterspørgselsorienterede beskæftigelsespolitik skal understøttes med besøg hos 100 nye virksomheder inden udgangen af 2016.'
		),
		measures: [figure('number', 'quarter', 'higher', { runningTotal: true })],
		aims: [{ kind: 'value', measure: 'figure', value: 100, when: by('2016-12-31') }]
	},
	{
		id: 'job-rotation',
		heading: 'unemployment',
		name: {
			da: 'Nye jobrotationspladser i private virksomheder',
			let: 'Nye pladser i jobrotation i private firmaer',
			en: 'New job rotation places in private companies'
		},
		source: quoted(
			[103],
			'Der skal etableres 20 nye jobrotationspladser i hhv. 2016 og 2017 i private virksomheder.'
		),
		measures: [figure('number', 'year', 'higher')],
		aims: [{ kind: 'value', measure: 'figure', value: 20, when: during('2016', '2017') }]
	},
	{
		id: 'adult-apprentices',
		heading: 'unemployment',
		name: {
			da: 'Nye voksenlærlingeforløb til ledige',
			let: 'Nye voksenlærlinge',
			en: 'New adult apprenticeships for jobseekers'
		},
		source: quoted(
			[104],
			'Der skal etableres 25 nye voksenlærlingeforløb til ledige borgere i hhv. 2016 og 2017.'
		),
		measures: [figure('number', 'year', 'higher')],
		aims: [{ kind: 'value', measure: 'figure', value: 25, when: during('2016', '2017') }]
	},
	{
		id: 'appearance',
		heading: 'unemployment',
		name: {
			da: 'Indsatser for borgere med udfordringer i personlig fremtoning',
			let: 'Hjælp til, hvordan man virker på andre',
			en: 'Help for citizens with difficulties in how they come across'
		},
		source: quoted(
			[105],
			'Der skal inden udgangen af 3. kvartal 2016 udvikles indsatser for borgere med udfordringer i forhold til personlig fremtoning.'
		),
		measures: [],
		aims: [{ kind: 'done', when: by('2016-09-30') }]
	},
	{
		id: 'education-deal',
		heading: 'unemployment',
		name: {
			da: 'Uddannelsessamarbejde med relevante virksomheder',
			let: 'Aftaler med firmaer om uddannelse',
			en: 'Education agreements with relevant companies'
		},
		source: quoted(
			[106],
			'Der skal inden udgangen af 3. kvartal 2016 indgås et konkret uddannelsessamarbejde med relevante virksomheder i Sønderborg Kommune indenfor følgende områderne: Bygge og anlæg, værktøjsmager og maskinarbejdere.'
		),
		measures: [],
		aims: [{ kind: 'done', when: by('2016-09-30') }]
	},
	{
		id: 'upskilling-jobs',
		heading: 'unemployment',
		name: { da: 'Opkvalificeringsjob', let: 'Job, hvor man lærer nyt', en: 'Upskilling jobs' },
		source: quoted([107], 'Der skal inden udgangen af 2016 etableres 25 opkvalificeringsjob.'),
		measures: [figure('number', 'quarter', 'higher', { runningTotal: true })],
		aims: [{ kind: 'value', measure: 'figure', value: 25, when: by('2016-12-31') }]
	},
	{
		id: 'long-education-benefit',
		heading: 'education-benefit',
		name: {
			da: 'Uddannelseshjælp i mere end 12 måneder',
			let: 'Folk, der har fået uddannelseshjælp i over 12 måneder',
			en: 'On education benefit for more than 12 months'
		},
		source: quoted(
			[111],
			'Tidlig indsats skal sikre, at antallet af borgere på uddannelseshjælp med mere end 12 måneders varighed reduceres med 30 % frem til 2018.'
		),
		measures: [figure('number', 'month', 'lower')],
		aims: [
			{
				kind: 'change',
				measure: 'figure',
				amount: 30,
				unit: 'per-cent',
				each: 'in-all',
				when: by('2018-12-31')
			}
		],
		reading: UNTIL_2018
	},
	{
		id: 'internal-agreements',
		heading: 'education-benefit',
		name: {
			da: 'Samarbejdsaftaler med alle relevante interne aktører',
			let: 'Aftaler om samarbejde i kommunen',
			en: 'Agreements with all relevant parts of the municipality'
		},
		source: quoted(
			[112],
			'Inden udgangen af 2. kvartal 2016 skal der være udarbejdet samarbejdsaftaler med alle relevante interne aktører.'
		),
		measures: [],
		aims: [{ kind: 'done', when: by('2016-06-30') }]
	},
	{
		id: 'school-agreements',
		heading: 'education-benefit',
		name: {
			da: 'Samarbejdsaftaler med de fem største uddannelsesinstitutioner',
			let: 'Aftaler med de fem største skoler',
			en: 'Agreements with the five largest schools'
		},
		source: quoted(
			[113],
			'Inden udgangen af 2. kvartal 2016 er der udarbejdet samarbejdsaftaler med de fem største uddannelsesinstitutioner i Sønderborg Kommune med henblik på at reducere frafaldsprocenten.'
		),
		measures: [figure('number', 'quarter', 'higher', { runningTotal: true })],
		aims: [{ kind: 'value', measure: 'figure', value: 5, when: by('2016-06-30') }]
	},
	{
		id: 'company-mentors',
		heading: 'education-benefit',
		name: {
			da: 'Virksomheder med aftale om erhvervsmentorer',
			let: 'Firmaer, der har mentorer',
			en: 'Companies with an agreement on mentors'
		},
		source: quoted(
			[114],
			'Inden udgangen af 2017 er der indgået aftale med 20 virksomheder om anvendelse af erhvervsmentorer.'
		),
		measures: [figure('number', 'quarter', 'higher', { runningTotal: true })],
		aims: [{ kind: 'value', measure: 'figure', value: 20, when: by('2017-12-31') }]
	},
	{
		id: 'egu-places',
		heading: 'education-benefit',
		name: {
			da: 'Yderligere elevpraktikpladser til EGU-elever',
			let: 'Flere praktikpladser til EGU-elever',
			en: 'Further placements for EGU pupils'
		},
		source: quoted(
			[115],
			'Inden udgangen af 3. kvartal 2016 skal UU i samarbejde med Jobcentret have etableret yderligere 20 elevpraktikpladser til EGU-elever.'
		),
		measures: [figure('number', 'quarter', 'higher', { runningTotal: true })],
		aims: [{ kind: 'value', measure: 'figure', value: 20, when: by('2016-09-30') }]
	},
	{
		id: 'packages-education',
		heading: 'education-benefit',
		name: {
			da: 'Beskrevne indsatspakker til borgere på uddannelseshjælp',
			let: 'Pakker med hjælp til folk på uddannelseshjælp',
			en: 'Described packages of help, education benefit'
		},
		source: quoted(
			[116],
			'Inden udgangen af 1. kvartal 2016 har Kompetence- og Integrationscentret beskrevet mindst tre indsatspakker målrettet borgere på uddannelseshjælp.'
		),
		measures: [figure('number', 'quarter', 'higher', { runningTotal: true })],
		aims: [{ kind: 'value', measure: 'figure', value: 3, atLeast: true, when: by('2016-03-31') }]
	},
	{
		id: 'cash-benefit-fewer',
		heading: 'cash-benefit',
		name: {
			da: 'Aktivitets- og jobparate kontanthjælpsmodtagere',
			let: 'Folk på kontanthjælp',
			en: 'Recipients of cash benefit'
		},
		source: quoted(
			[120],
			'Antallet af aktivitets- og jobparate kontanthjælpsmodtagere skal frem til 2018 reduceres med i alt 30 pct. Heraf skal 2/3 imødekomme pålagte budgetreduktioner fra bl.a. effektiviseringsstrategi og budgetforligene for 2015 og 2016.'
		),
		measures: [figure('number', 'month', 'lower')],
		aims: [
			{
				kind: 'change',
				measure: 'figure',
				amount: 30,
				unit: 'per-cent',
				each: 'in-all',
				when: by('2018-12-31')
			}
		],
		reading: UNTIL_2018
	},
	{
		id: 'activation',
		heading: 'cash-benefit',
		name: {
			da: 'Aktiveringsgraden på kontanthjælp',
			let: 'Hvor mange på kontanthjælp der er i gang',
			en: 'Share of cash benefit recipients in active offers'
		},
		source: quoted(
			[121],
			'Aktiveringsgraden på kontanthjælp skal øges med en procent i hvert af årene 2016 – 2018.'
		),
		measures: [figure('per-cent', 'year', 'higher')],
		aims: [
			{
				kind: 'change',
				measure: 'figure',
				amount: 1,
				unit: 'per-cent',
				each: 'year',
				when: during('2016', '2017', '2018')
			}
		],
		reading: ONE_PER_CENT
	},
	{
		id: 'agreements-cash',
		heading: 'cash-benefit',
		name: {
			da: 'Formelle samarbejdsaftaler, kontanthjælp',
			let: 'Aftaler om samarbejde, kontanthjælp',
			en: 'Formal agreements, cash benefit'
		},
		source: quoted(
			[122],
			'Der skal inden udgangen af 2. kvartal 2016 være etableret formelle samarbejdsaftaler såvel internt i Sønderborg Kommune som i forhold til offentlige og private virksomheder.'
		),
		measures: [],
		aims: [{ kind: 'done', when: by('2016-06-30') }]
	},
	{
		id: 'placements-cash',
		heading: 'cash-benefit',
		name: {
			da: 'Yderligere praktikaftaler i små og mellemstore virksomheder',
			let: 'Flere praktikaftaler i små firmaer',
			en: 'Further placement agreements in small and medium-sized companies'
		},
		source: quoted(
			[123],
			'Der skal inden udgangen af 2. kvartal 2016 etableres yderligere 50 praktikaftaler i små og mellemstore virksomheder målrettet borgere på kontanthjælp.'
		),
		measures: [figure('number', 'quarter', 'higher', { runningTotal: true })],
		aims: [{ kind: 'value', measure: 'figure', value: 50, when: by('2016-06-30') }]
	},
	{
		id: 'sickness-fewer',
		heading: 'sickness',
		name: {
			da: 'Borgere på sygedagpenge',
			let: 'Folk på sygedagpenge',
			en: 'Citizens on sickness benefit'
		},
		source: quoted(
			[127],
			'Antallet af borgere på sygedagpenge skal reduceres med 2 % i hvert af årene 2016 – 2018'
		),
		measures: [figure('number', 'year', 'lower')],
		aims: [
			{
				kind: 'change',
				measure: 'figure',
				amount: 2,
				unit: 'per-cent',
				each: 'year',
				when: during('2016', '2017', '2018')
			}
		]
	},
	{
		id: 'job-clarification',
		heading: 'sickness',
		name: {
			da: 'Borgere visiteret til jobafklaring',
			let: 'Folk i jobafklaring',
			en: 'Citizens referred to job clarification'
		},
		source: quoted(
			[128],
			'Andelen af borgere visiteret til jobafklaring skal følge Indenrigsministeriets nøgletal for området.'
		),
		measures: [figure('per-cent', 'quarter', 'neither')],
		aims: [{ kind: 'follow', measure: 'figure', when: undated }],
		reading: FOLLOW
	},
	{
		id: 'agreements-sickness',
		heading: 'sickness',
		name: {
			da: 'Formelle samarbejdsaftaler, sygedagpenge',
			let: 'Aftaler om samarbejde, sygedagpenge',
			en: 'Formal agreements, sickness benefit'
		},
		source: quoted(
			[129],
			'Der skal inden udgangen af 2. kvartal 2016 være etableret formelle samarbejdsaftaler såvel internt i Sønderborg Kommune som i forhold til fagforeninger, offentlige og private virksomheder.'
		),
		measures: [],
		aims: [{ kind: 'done', when: by('2016-06-30') }]
	},
	{
		id: 'partly-well',
		heading: 'sickness',
		name: {
			da: 'Andelen af delvis raskmeldte',
			let: 'Folk, der arbejder lidt, mens de er syge',
			en: 'Share partly returned from sick leave'
		},
		source: quoted(
			[130],
			'Inden udgangen af 2. kvartal 2016 skal andelen af delvis raskmeldte være øget.'
		),
		measures: [figure('per-cent', 'quarter', 'higher')],
		aims: [{ kind: 'direction', measure: 'figure', when: by('2016-06-30') }]
	},
	{
		id: 'placements-sickness',
		heading: 'sickness',
		name: {
			da: 'Yderligere praktikpladser målrettet sygedagpengemodtagere',
			let: 'Flere praktikpladser til folk på sygedagpenge',
			en: 'Further placements for recipients of sickness benefit'
		},
		source: quoted(
			[131],
			'Inden udgangen af 3. kvartal 2016 skal der være etableret yderligere 50 praktikpladser målrettet sygedagpengemodtagere.'
		),
		measures: [figure('number', 'quarter', 'higher', { runningTotal: true })],
		aims: [{ kind: 'value', measure: 'figure', value: 50, when: by('2016-09-30') }]
	},
	{
		id: 'swift-cases',
		heading: 'sickness',
		name: {
			da: 'Kompetent og hurtig sagsbehandling i sygedagpengesager',
			let: 'God og hurtig hjælp, når man er syg',
			en: 'Competent and swift handling of sickness benefit cases'
		},
		source: quoted(
			[132],
			'Samarbejdet med virksomhederne i forhold til at sikre kompetent og hurtig sagsbehandling i sygedagpengesager optimeres, således at det understøtter det samlede erhvervsklima.'
		),
		measures: [],
		aims: [{ kind: 'direction', when: undated }]
	},
	{
		id: 'resource-more',
		heading: 'resource',
		name: {
			da: 'Borgere i ressourceforløb',
			let: 'Folk i ressourceforløb',
			en: 'Citizens in resource courses'
		},
		source: quoted(
			[136],
			'Antallet af borgere i ressourceforløb skal frem til 2018 øges med 30 pct. Stigningen modsvares af, at et antal af borgere ikke tilkendes førtidspension.'
		),
		measures: [figure('number', 'month', 'higher')],
		aims: [
			{
				kind: 'change',
				measure: 'figure',
				amount: 30,
				unit: 'per-cent',
				each: 'in-all',
				when: by('2018-12-31')
			}
		],
		reading: UNTIL_2018
	},
	{
		id: 'screening',
		heading: 'resource',
		name: {
			da: 'Et screeningsforløb og tre indsatspakker til ressourceforløb',
			let: 'Et forløb og tre pakker med hjælp',
			en: 'A screening course and three packages for resource courses'
		},
		source: quoted(
			[137],
			'Inden udgangen af 2015 skal der beskrives et screeningsforløb samt tre indsatspakker til borgere i ressourceforløb.'
		),
		measures: [figure('number', 'quarter', 'higher', { runningTotal: true })],
		aims: [
			{ kind: 'value', measure: 'figure', value: 3, when: by('2015-12-31') },
			{ kind: 'done', when: by('2015-12-31') }
		]
	},
	{
		id: 'agreements-resource',
		heading: 'resource',
		name: {
			da: 'Samarbejdsaftaler og arbejdsplaner for samarbejdet',
			let: 'Aftaler og planer for samarbejdet',
			en: 'Agreements and work plans for the cooperation'
		},
		source: quoted(
			[138, 140],
			'Der skal inden udgangen af 1. kvartal 2016 indgås samarbejdsaftaler og udarbejdes arbejdsplaner for samarbejdet mellem Jobcentret og Kompetencecentret samt øvrige kommunale en-',
			'heder og eksterne leverandører.'
		),
		measures: [],
		aims: [{ kind: 'done', when: by('2016-03-31') }]
	},
	{
		id: 'workflow',
		heading: 'resource',
		name: {
			da: 'Arbejdsgangsbeskrivelse for praktikpladser',
			let: 'En beskrivelse af, hvordan man får en praktikplads',
			en: 'Described workflow for placements'
		},
		source: quoted(
			[142],
			'Der skal inden udgangen af 1. kvartal 2016 udarbejdes arbejdsgangsbeskrivelse for etablering af praktikpladser til borgere på ressourceforløbsydelse.'
		),
		measures: [],
		aims: [{ kind: 'done', when: by('2016-03-31') }]
	},
	{
		id: 'families-unit',
		heading: 'resource',
		name: {
			da: 'Afklaring om en tværgående enhed for ressourcesvage familier',
			let: 'Skal der være en fælles hjælp til familier?',
			en: 'Whether there can be one unit for families with few resources'
		},
		source: quoted(
			[143],
			'Det skal inden udgangen af 3. kvartal 2016 afklares, hvorvidt det er muligt at etablere en tværgående enhed med egen budgetramme med henblik på en helhedsindsats over for ressource-svage familier.'
		),
		measures: [],
		aims: [{ kind: 'done', when: by('2016-09-30') }]
	},
	{
		id: 'long-flex',
		heading: 'flex',
		name: {
			da: 'Ledighedsydelse i over 12 måneder',
			let: 'Folk, der har ventet på fleksjob i over 12 måneder',
			en: 'On flex-job unemployment benefit for more than 12 months'
		},
		source: quoted(
			[147],
			'Tidlig indsats skal sikre, at antallet af borgere på ledighedsydelse med varighed på over 12 måneder reduceres med 30 % frem til 2018.'
		),
		measures: [figure('number', 'month', 'lower')],
		aims: [
			{
				kind: 'change',
				measure: 'figure',
				amount: 30,
				unit: 'per-cent',
				each: 'in-all',
				when: by('2018-12-31')
			}
		],
		reading: UNTIL_2018
	},
	{
		id: 'agreement-flex',
		heading: 'flex',
		name: {
			da: 'Samarbejdsaftale med relevante aktører',
			let: 'Aftale om samarbejde',
			en: 'Agreement with those concerned'
		},
		source: quoted(
			[148],
			'Inden udgangen af 3. kvartal 2016 skal der være udarbejdet samarbejdsaftale med relevante aktører.'
		),
		measures: [],
		aims: [{ kind: 'done', when: by('2016-09-30') }]
	},
	{
		id: 'flex-jobs',
		heading: 'flex',
		name: {
			da: 'Nye fleksjob og nye praktikpladser',
			let: 'Nye fleksjob og nye praktikpladser',
			en: 'New flex jobs and new placements'
		},
		source: quoted(
			[149],
			'Der skal inden udgangen af 2. kvartal 2016 være etableret 25 nye fleksjob og 25 nye praktikpladser til borgere på ledighedsydelse.'
		),
		measures: [
			named('flex-jobs', { da: 'Nye fleksjob', let: 'Nye fleksjob', en: 'New flex jobs' }),
			named('placements', {
				da: 'Nye praktikpladser',
				let: 'Nye praktikpladser',
				en: 'New placements'
			})
		],
		aims: [
			{ kind: 'value', measure: 'flex-jobs', value: 25, when: by('2016-06-30') },
			{ kind: 'value', measure: 'placements', value: 25, when: by('2016-06-30') }
		]
	},
	{
		id: 'danish-lessons',
		heading: 'integration',
		name: {
			da: 'Danskundervisning til borgere over 18 år',
			let: 'Danskundervisning til alle over 18 år',
			en: 'Danish lessons for citizens over 18'
		},
		source: quoted(
			[153],
			'Borgere over 18 år omfattet af den treårige integrationsperiode skal deltage i danskundervisning.'
		),
		measures: [],
		aims: [{ kind: 'direction', when: undated }]
	},
	{
		id: 'company-offers',
		heading: 'integration',
		name: {
			da: 'Borgere i aktive tilbud, der er i et virksomhedsvendt tilbud',
			let: 'Folk, der får hjælp i et firma',
			en: 'Citizens in active offers whose offer is in a company'
		},
		source: quoted(
			[154],
			'80 % af borgere omfattet af den treårige integrationsperiode i aktive tilbud skal være i et virksomhedsvendt tilbud.'
		),
		measures: [figure('per-cent', 'quarter', 'higher')],
		aims: [{ kind: 'value', measure: 'figure', value: 80, when: undated }]
	},
	{
		id: 'danish-passed',
		heading: 'integration',
		name: {
			da: 'Borgere, der består den danskuddannelse, de er visiteret til',
			let: 'Folk, der består deres danskuddannelse',
			en: 'Citizens who pass the Danish course they are referred to'
		},
		source: quoted(
			[155],
			'25 % af borgere omfattet af den treårige integrationsperiode skal bestå den danskuddannelse, de er visiteret til inden for den treårige integrationsperiode. Andelen skal stige til 50 % inden udgangen af 2018.'
		),
		measures: [figure('per-cent', 'year', 'higher')],
		aims: [
			{ kind: 'value', measure: 'figure', value: 25, when: undated },
			{ kind: 'value', measure: 'figure', value: 50, when: by('2018-12-31') }
		]
	},
	{
		id: 'work-by-years',
		heading: 'integration',
		name: {
			da: 'Borgere i ordinært job eller uddannelse efter 1, 2 og 3 år',
			let: 'Folk i job eller uddannelse efter 1, 2 og 3 år',
			en: 'Citizens in ordinary work or education after 1, 2 and 3 years'
		},
		source: quoted(
			[156],
			'20 % af alle borgere indenfor den treårige integrationsperiode skal være i ordinært job eller uddannelse senest efter 1 års ophold i Sønderborg Kommune, yderligere 20 % efter 2 års ophold og endnu 20 % efter 3 års ophold i Sønderborg Kommune.'
		),
		measures: [
			byYears('year-1', { da: 'Efter 1 års ophold', let: 'Efter 1 år', en: 'After 1 year' }),
			byYears('year-2', {
				da: 'Yderligere efter 2 års ophold',
				let: 'Flere efter 2 år',
				en: 'Further after 2 years'
			}),
			byYears('year-3', {
				da: 'Endnu flere efter 3 års ophold',
				let: 'Endnu flere efter 3 år',
				en: 'Yet more after 3 years'
			})
		],
		aims: [
			{ kind: 'value', measure: 'year-1', value: 20, when: undated },
			{ kind: 'value', measure: 'year-2', value: 20, when: undated },
			{ kind: 'value', measure: 'year-3', value: 20, when: undated }
		],
		reading: BY_YEARS
	},
	{
		id: 'volunteers',
		heading: 'integration',
		name: {
			da: 'Samarbejde med frivillige og interesseorganisationer',
			let: 'Samarbejde med frivillige',
			en: 'Cooperation with volunteers and organisations'
		},
		source: quoted(
			[157],
			'Der skal inden udgangen af 3. kvartal 2016 etableres formelt samarbejde med frivillige og relevante interesseorganisationer.'
		),
		measures: [],
		aims: [{ kind: 'done', when: by('2016-09-30') }]
	},
	{
		id: 'agreements-integration',
		heading: 'integration',
		name: {
			da: 'Formelle samarbejdsaftaler, integration',
			let: 'Aftaler om samarbejde, integration',
			en: 'Formal agreements, integration'
		},
		source: quoted(
			[158],
			'Der skal inden udgangen af 2. kvartal 2016 være etableret formelle samarbejdsaftaler såvel internt i Sønderborg Kommune som i forhold til offentlige og private virksomheder.'
		),
		measures: [],
		aims: [{ kind: 'done', when: by('2016-06-30') }]
	}
];

/** The objectives that are done by a date are followed as initiatives are; the strategy stars no others. */
export const initiatives: PlannedInitiative[] = [];
