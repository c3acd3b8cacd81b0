import type { Goal, Heading } from '../../../goals/goal.ts';
import type { PlannedInitiative } from '../../../goals/initiative.ts';
import type { Text } from '../../../i18n/text.ts';
import { figure, quoting, table, undated } from './making.ts';

const quoted = quoting('slagelse-2021-2022.txt');
const counted = (id: string, name: Text) =>
	figure('number', 'quarter', 'higher', { id, name, runningTotal: true });

export const headings: Heading[] = [
	{ id: 'companies', text: { da: 'Virksomheder', let: 'Firmaer', en: 'Companies' } },
	{
		id: 'close',
		text: {
			da: 'Borgere tæt på arbejdsmarkedet',
			let: 'Folk tæt på job',
			en: 'Citizens close to the labour market'
		}
	},
	{
		id: 'youth',
		text: {
			da: 'Unge uden uddannelse',
			let: 'Unge uden uddannelse',
			en: 'Young people without an education'
		}
	},
	{
		id: 'further',
		text: {
			da: 'Borgere længere væk fra arbejdsmarkedet',
			let: 'Folk længere fra job',
			en: 'Citizens further from the labour market'
		}
	},
	{
		id: 'everyone',
		text: { da: 'Alle borgermålgrupper', let: 'Alle borgere', en: 'All groups of citizens' }
	}
];

/** The goals of each main group (lines 73–77), and the one number that an initiative prints. No figure is printed for the others. */
export const goals: Goal[] = [
	{
		id: 'staff',
		heading: 'companies',
		name: {
			da: 'Virksomhederne skal sikres den nødvendige og kvalificerede arbejdskraft',
			let: 'Firmaerne skal kunne få de folk, de har brug for',
			en: 'Companies are to have the qualified staff they need'
		},
		source: quoted(
			[73],
			'Virksomhederne skal sikres den nødvendige og kvalificerede arbejdskraft.'
		),
		measures: [],
		aims: [{ kind: 'direction', when: undated }]
	},
	{
		id: 'unemployment',
		heading: 'close',
		name: {
			da: 'Bruttoledighed og langtidsledighed skal nedbringes',
			let: 'Færre skal være ledige, også i lang tid',
			en: 'Gross and long-term unemployment are to come down'
		},
		source: quoted([74], 'Bruttoledighed og langtidsledighed skal nedbringes.'),
		measures: [
			figure('number', 'month', 'lower', {
				id: 'gross',
				name: { da: 'Bruttoledige', let: 'Ledige', en: 'Gross unemployed' },
				table: table('y25i01')
			}),
			figure('number', 'month', 'lower', {
				id: 'long-term',
				name: { da: 'Langtidsledige', let: 'Ledige i lang tid', en: 'Long-term unemployed' },
				table: table('y25i09')
			})
		],
		aims: [
			{ kind: 'direction', measure: 'gross', when: undated },
			{ kind: 'direction', measure: 'long-term', when: undated }
		]
	},
	{
		id: 'upskilling',
		heading: 'close',
		name: {
			da: 'Flere ledige skal opkvalificeres',
			let: 'Flere ledige skal lære nyt',
			en: 'More jobseekers are to gain new skills'
		},
		source: quoted([74], 'Flere ledige skal opkvalificeres.'),
		measures: [figure('number', 'quarter', 'higher', { table: table('y60c02') })],
		aims: [{ kind: 'direction', measure: 'figure', when: undated }]
	},
	{
		id: 'self-supporting',
		heading: 'close',
		name: {
			da: 'Flere flygtninge og familiesammenførte skal være selvforsørgende',
			let: 'Flere flygtninge og deres familier skal klare sig selv',
			en: 'More refugees and their families are to support themselves'
		},
		source: quoted([74], 'Flere flygtninge og familiesammenførte skal være selvforsørgende.'),
		measures: [figure('per-cent', 'quarter', 'higher')],
		aims: [{ kind: 'direction', measure: 'figure', when: undated }]
	},
	{
		id: 'into-education',
		heading: 'youth',
		name: {
			da: 'Flere unge uden uddannelse skal i uddannelse',
			let: 'Flere unge skal i uddannelse',
			en: 'More young people are to enter education'
		},
		source: quoted([75], 'Flere unge uden uddannelse skal i uddannelse.'),
		measures: [figure('number', 'quarter', 'higher')],
		aims: [{ kind: 'direction', measure: 'figure', when: undated }]
	},
	{
		id: 'youth-benefit',
		heading: 'youth',
		name: {
			da: 'Færre unge skal modtage en forsørgelsesydelse',
			let: 'Færre unge skal have brug for penge fra kommunen',
			en: 'Fewer young people are to be on benefits'
		},
		source: quoted([75], 'Færre unge skal modtage en modtage en forsørgelsesydelse.'),
		measures: [figure('number', 'month', 'lower', { table: table('ptv_a02') })],
		aims: [{ kind: 'direction', measure: 'figure', when: undated }]
	},
	{
		id: 'vocational',
		heading: 'youth',
		name: {
			da: 'Unge, der søger en erhvervsuddannelse',
			let: 'Unge, der søger en erhvervsuddannelse',
			en: 'Young people applying for vocational education'
		},
		source: quoted(
			[75],
			'Andelen af unge, der søger en erhvervsuddannelse, skal være over landsgennemsnittet.'
		),
		measures: [figure('per-cent', 'year', 'higher')],
		aims: [{ kind: 'national', measure: 'figure', side: 'above', when: undated }]
	},
	{
		id: 'egu',
		heading: 'youth',
		name: { da: 'EGU-lærepladser', let: 'Lærepladser på EGU', en: 'EGU apprenticeships' },
		source: quoted(
			[293],
			'Etablere 20 EGU-lærigepladser i Slagelse Kommune med et mål om 10 i private og 10 i offentlige virksomheder.'
		),
		measures: [
			counted('all', { da: 'I alt', let: 'I alt', en: 'In all' }),
			counted('private', {
				da: 'I private virksomheder',
				let: 'I private firmaer',
				en: 'In private companies'
			}),
			counted('public', {
				da: 'I offentlige virksomheder',
				let: 'Hos det offentlige',
				en: 'With public employers'
			})
		],
		aims: [
			{ kind: 'value', measure: 'all', value: 20, when: undated },
			{ kind: 'value', measure: 'private', value: 10, when: undated },
			{ kind: 'value', measure: 'public', value: 10, when: undated }
		]
	},
	{
		id: 'self-supporting-too',
		heading: 'further',
		name: {
			da: 'Flere flygtninge og familiesammenførte skal være selvforsørgende',
			let: 'Flere flygtninge og deres familier skal klare sig selv',
			en: 'More refugees and their families are to support themselves'
		},
		source: quoted([76], 'Flere flygtninge og familiesammenførte skal være selvforsørgende.'),
		measures: [figure('per-cent', 'quarter', 'higher')],
		aims: [{ kind: 'direction', measure: 'figure', when: undated }],
		sameAs: 'self-supporting'
	},
	{
		id: 'disability',
		heading: 'further',
		name: {
			da: 'Flere personer med et stort handicap skal ind på arbejdsmarkedet',
			let: 'Flere personer med et stort handicap skal i job',
			en: 'More people with a severe disability are to enter work'
		},
		source: quoted([76], 'Flere personer med et stort handicap skal ind på arbejdsmarkedet.'),
		measures: [figure('number', 'year', 'higher')],
		aims: [{ kind: 'direction', measure: 'figure', when: undated }]
	},
	{
		id: 'vulnerable',
		heading: 'further',
		name: {
			da: 'Flere udsatte skal sikres en indsats',
			let: 'Flere udsatte skal have hjælp',
			en: 'More vulnerable citizens are to have help'
		},
		source: quoted([76], 'Flere udsatte skal sikres en indsats.'),
		measures: [figure('number', 'quarter', 'higher')],
		aims: [{ kind: 'direction', measure: 'figure', when: undated }]
	},
	{
		id: 'dignity',
		heading: 'everyone',
		name: {
			da: 'Alle borgere skal have en værdig sagsbehandling',
			let: 'Alle skal mødes med værdighed',
			en: 'All citizens are to be treated with dignity'
		},
		source: quoted([77], 'Alle borgere skal have en værdig sagsbehandling.'),
		measures: [
			{
				kind: 'survey',
				id: 'figure',
				item: 'overall',
				statistic: 'share',
				wording: {
					da: 'tilfredse med mødet med kommunen',
					let: 'tilfredse med mødet med kommunen',
					en: 'satisfied with the meeting with the municipality'
				},
				period: 'round'
			}
		],
		aims: [{ kind: 'direction', measure: 'figure', when: undated }]
	},
	{
		id: 'supported',
		heading: 'everyone',
		name: {
			da: 'Flere i beskæftigelse eller uddannelse i stedet for på offentlig forsørgelse',
			let: 'Flere i job eller uddannelse',
			en: 'More in work or education instead of on benefits'
		},
		source: quoted(
			[77],
			'Flere borgere skal samlet set i beskæftigelse eller uddannelse i stedet for at være på offentlig forsørgelse.'
		),
		measures: [
			figure('per-cent', 'year', 'lower', {
				name: {
					da: 'Fuldtidspersoner på offentlig forsørgelse',
					let: 'Folk, der får penge fra kommunen',
					en: 'Full-time persons on benefits'
				},
				table: table('y30r21')
			})
		],
		aims: [{ kind: 'direction', measure: 'figure', when: undated }]
	}
];

/** The 30 starred initiatives. One stands twice, and the text breaks off in the last. */
export const initiatives: PlannedInitiative[] = [
	{
		id: 'one-door',
		heading: 'companies',
		name: {
			da: 'Én indgang til Slagelse Kommune for virksomheder',
			let: 'Ét sted, hvor firmaer kan henvende sig',
			en: 'One door to the municipality for companies'
		},
		source: quoted(
			[154],
			'Indlede større samarbejde om "Én indgang til Slagelse Kommune" i samarbejde med Erhvervscentret, der bygger videre på eksisterende gode erfaringer med den hidtidige samarbejdsaftale.'
		)
	},
	{
		id: 'strategic',
		heading: 'companies',
		name: {
			da: 'Strategisk samarbejde med virksomheder, der får brug for arbejdskraft',
			let: 'Samarbejde med firmaer, der skal bruge folk',
			en: 'Strategic cooperation with companies that will need staff'
		},
		source: quoted(
			[155],
			'Indlede et mere strategisk samarbejde med lokale virksomheder, der forventer at få behov for arbejdskraft. Indgå samarbejde om at løfte virksomhedernes rekrutteringsbehov ved fx. at tilbyde nødvendig opkvalificering forud for ansættelse.'
		)
	},
	{
		id: 'partners-courses',
		heading: 'companies',
		name: {
			da: 'Virksomheder med partnerskabsaftaler: flere forløb for borgerne',
			let: 'Flere forløb i firmaer, vi har aftaler med',
			en: 'Partner companies: more courses for citizens'
		},
		source: quoted(
			[156],
			'Virksomheder med partnerskabsaftaler, som er inden for områder med gode beskæftigelsesmuligheder, inviteres ind til dialog og samarbejde om, hvordan der kan etableres flere forløb for borgerne ude i virksomhederne, herunder forløb med ordinære timer. Det kan fx være en invitation til virksomheder til samskabelse om virksomhedsforløb for unge eller aktivitetsparate.'
		)
	},
	{
		id: 'more-companies',
		heading: 'companies',
		name: {
			da: 'Samarbejde med flere virksomheder',
			let: 'Samarbejde med flere firmaer',
			en: 'Cooperation with more companies'
		},
		source: quoted(
			[157],
			'Opsøge og indgå samarbejde med flere virksomheder, end dem Jobcentret samarbejder med pt., især inden for brancher/fag med gode beskæftigelsesmuligheder. Herunder fokus på at opsøge forskellige typer af virksomheder, som kan arbejde med forskellig grad af rummelighed.'
		)
	},
	{
		id: 'employer',
		heading: 'companies',
		name: {
			da: 'Kommunen som arbejdsgiver: flere småjob og praktikker',
			let: 'Flere småjob og praktikker hos kommunen',
			en: 'The municipality as employer: more small jobs and placements'
		},
		source: quoted(
			[158],
			'Politisk forpligtige Slagelse Kommune som arbejdsgiver til at etablere flere småjob, praktikker med og uden ordinære løntimer, så borgere længere væk fra arbejdsmarkedet bidrager til et større rekrutteringsgrundlag for de kommunale institutioner. I dag løftes indsatsen primært af private virksomheder.'
		)
	},
	{
		id: 'prevent-sickness',
		heading: 'companies',
		name: {
			da: 'Forebyggende indsatser hos virksomheder med mange sygemeldte',
			let: 'Hjælp til firmaer, hvor mange er syge',
			en: 'Prevention at companies where many are on sick leave'
		},
		source: quoted(
			[159],
			'Igangsætte flere forebyggende indsatser hos virksomheder med mange sygemeldte. Behov for særlige indsatser ift. kommunens egne institutioner for at forbygge antallet af sygemeldinger og generelt informere om, hvordan Jobcentret kan bakke op om arbejdsfastholdelse, og hvornår fravær betragtes som sygefravær i sygedagpengelovgivningens forstand.'
		)
	},
	{
		id: 'consultants',
		heading: 'companies',
		name: {
			da: 'Konsulenter og rådgivere sætter tidligt fokus på virksomhederne',
			let: 'Vi taler tidligt om at komme ud i et firma',
			en: 'Consultants and advisers look early at placements'
		},
		source: quoted(
			[160],
			'Øge samspillet mellem konsulenter med virksomhedskontakt og rådgivere for borgerne ift. at sætte et tidligt fokus på virksomhedsudplacering i borgernes forløb.'
		)
	},
	{
		id: 'more-contact',
		heading: 'close',
		name: {
			da: 'Ekstra ressourcer til kontaktforløbet og en uddannelsesambassadør',
			let: 'Flere folk til samtaler og en, der ved noget om uddannelse',
			en: 'Extra resources for conversations and an education ambassador'
		},
		source: quoted(
			[222],
			'Midlertidig tilførelse af ekstra ressourcer til at opretholde et fortsat effektivt kontaktføreløb ved stigende ledighed og til en uddannelsesambassadør, der kan styrke vejledningen over mod nye jobområder.'
		)
	},
	{
		id: 'three-groups',
		heading: 'close',
		name: {
			da: 'En indsats målrettet tre hovedgrupper af ledige',
			let: 'Hjælp, der passer til tre grupper af ledige',
			en: 'Help aimed at three main groups of jobseekers'
		},
		source: quoted(
			[223],
			'Tilrettelægge en differentieret indsats målrettet 3 hovedgrupper af ledige: Ledige med kvalifikationer og kompetencer ift. efterspørgsel, ledige med behov for branche/jobskifte og ledige i risiko for langtidsledighed, fordi de mangler kompetencer, faglig fleksibilitet eller utilstrækkelig mobilitet.'
		)
	},
	{
		id: 'own-placement',
		heading: 'close',
		name: {
			da: 'Flere borgere finder selv praktik eller løntilskud',
			let: 'Flere finder selv praktik eller løntilskud',
			en: 'More citizens find their own placement or subsidised job'
		},
		source: quoted(
			[225],
			'Sætte fokus på at øge antallet af borgere, som selv finder virksomhedspraktik eller løntilskud som led i kontaktføreløb. Borgere kan via små gruppeforløb i kontaktføreløbet rådgives om og klædes på hertil.'
		)
	},
	{
		id: 'early-sickness',
		heading: 'close',
		name: {
			da: 'Ekstra ressourcer til tidlig opfølgning for sygemeldte',
			let: 'Tidlig hjælp, når man er syg',
			en: 'Extra resources for early follow-up of those on sick leave'
		},
		source: quoted(
			[226],
			'Planlagt tilførelse af ekstra ressourcer til sygemeldte udmøntes for at styrke en effektiv tidlig opfølgning, så borgerne i videst muligt omfang kan fastholdes i job, eller få en hurtig afklaring til andre indsatser.'
		)
	},
	{
		id: 'video-meetings',
		heading: 'close',
		name: {
			da: 'Forsøg med nye kontaktformer, som videomøder',
			let: 'Forsøg med videomøder',
			en: 'Trial of new forms of contact, such as video meetings'
		},
		source: quoted(
			[227],
			'Etablere forsøg med nye kontaktformer ift. virksomheder og sygemeldte i den tidlige opfølgning. Det afprøves, om opfølgningssmøder kan afvikles via digitale redskaber som videomøder. Det vil forventelig give en mere effektiv ressourceudnyttelse og gøre det muligt at dække flere virksomheder i den tidlige opfølgning, herunder mange virksomheder uden for Slagelse Kommune.'
		)
	},
	{
		id: 'prevent-sickness-too',
		heading: 'close',
		name: {
			da: 'Forebyggende indsatser hos virksomheder med mange sygemeldte',
			let: 'Hjælp til firmaer, hvor mange er syge',
			en: 'Prevention at companies where many are on sick leave'
		},
		source: quoted(
			[228],
			'Igangsætte flere forebyggende indsatser hos virksomheder med mange sygemeldte. Behov for særlige indsatser ift. kommunens egne institutioner for at forbygge antallet af sygemeldinger og generelt informere om, hvordan Jobcentret kan bakke op om arbejdsfastholdelse, og hvornår fravær betragtes som sygefravær i sygedagpengelovgivningens forstand.'
		),
		sameAs: 'prevent-sickness'
	},
	{
		id: 'youth-unit',
		heading: 'youth',
		name: {
			da: 'En fuldt funktionsdygtig ungeenhed',
			let: 'Et sted med hjælp til unge',
			en: 'A fully working youth unit'
		},
		source: quoted([291], 'Etablere fuldt funktionsdygtig ungeenhed senest 1. februar 2021.'),
		by: '2021-02-01'
	},
	{
		id: 'youth-strategies',
		heading: 'youth',
		name: {
			da: 'En mere differentieret indsats for de forskellige ungegrupper',
			let: 'Hjælp, der passer til forskellige unge',
			en: 'More differentiated help for different groups of young people'
		},
		source: quoted(
			[292],
			'Etablere en mere differentieret indsats, som bygger på indsatsstrategier for, hvilket fokus og hvilke indsats typer der bringes i anvendelse over for de forskellige ungegrupper.'
		)
	},
	{
		id: 'egu-places',
		heading: 'youth',
		name: { da: '20 EGU-lærepladser', let: '20 lærepladser på EGU', en: '20 EGU apprenticeships' },
		source: quoted(
			[293],
			'Etablere 20 EGU-lærigepladser i Slagelse Kommune med et mål om 10 i private og 10 i offentlige virksomheder. EGU er en 2-årig uddannelse, hvor 2/3 af tiden er ansættelse i en virksomhed på lærlingevilkår. Projektet forankres i FGU. Der udarbejdes årligt en opgørelse over effekt. Indsatsen skal koordineres med den kommunale ungeindsats, som også målgruppevurderer, hvilke elever der skal deltage på EGU-sporet.'
		),
		goals: ['egu']
	},
	{
		id: 'tired-of-school',
		heading: 'youth',
		name: {
			da: 'Virksomhedspraktik for de skoletrætte 15-17-årige',
			let: 'Praktik til unge, der er trætte af skolen',
			en: 'Placements for 15–17-year-olds who are tired of school'
		},
		source: quoted(
			[294],
			'Etablere virksomhedspraktik for de skoletrætte 15-17-årige – og dermed forebygge tilgang.'
		)
	},
	{
		id: 'job-focus',
		heading: 'youth',
		name: {
			da: 'Styrket job- og uddannelsesfokus i kontakten',
			let: 'Vi taler mere om job og uddannelse',
			en: 'More focus on work and education in conversations'
		},
		source: quoted(
			[295],
			'Styrke job- og uddannelsesfokus i den løbende kontakt, hvor især muligheder ift. jobvejen til uddannelse i højere grad italesættes ved behov herfor.'
		)
	},
	{
		id: 'fgu-contact',
		heading: 'youth',
		name: {
			da: 'Tættere kontakt til de unge i FGU',
			let: 'Mere kontakt med unge på FGU',
			en: 'Closer contact with young people in FGU'
		},
		source: quoted(
			[296],
			"Skabe en tættere kontakt over til de unge i FGU'en og hermed forebygge frafald fra uddannelse og sikre, at der skabes de forventede resultater med FGU'en."
		)
	},
	{
		id: 'early-warning',
		heading: 'youth',
		name: {
			da: 'Varsling om frafaldstruede unge',
			let: 'Skoler siger til, når en ung er ved at stoppe',
			en: 'Early warning of young people about to drop out'
		},
		source: quoted(
			[297],
			'Fortsat udbygge den forebyggende indsats gennem samarbejde med uddannelsesinstitutionerne om varsling ift. frafaldstruede unge.'
		)
	},
	{
		id: 'partners-youth',
		heading: 'youth',
		name: {
			da: 'Virksomheder med partnerskabsaftaler: flere forløb for unge',
			let: 'Flere forløb for unge i firmaer',
			en: 'Partner companies: more courses for young people'
		},
		source: quoted(
			[298, 300],
			'Virksomheder med partnerskabsaftaler, som er inden for områder med gode beskæftigelsesmuligheder – og gerne behov for faglærte, inviteres ind til dialog og samarbejde om, hvordan der kan etableres flere',
			'forløb for unge ude i virksomhederne, herunder forløb med ordinære timer. Den virksomhedsrettede indsats skal i højere grad være bærende for både uddannelses- og aktivitetsparate unge.'
		)
	},
	{
		id: 'own-placement-youth',
		heading: 'youth',
		name: {
			da: 'Flere unge finder selv praktik eller løntilskud',
			let: 'Flere unge finder selv praktik eller løntilskud',
			en: 'More young people find their own placement or subsidised job'
		},
		source: quoted(
			[302],
			'Sætte fokus på at øge antallet af unge, som selv finder virksomhedspraktik eller løntilskud som led i kontaktforsøg. Unge kan via små gruppeforløb i kontaktforsøget rådgives om og klædes på hertil.'
		)
	},
	{
		id: 'more-talks',
		heading: 'further',
		name: {
			da: 'Flere individuelle samtaler',
			let: 'Flere samtaler',
			en: 'More individual conversations'
		},
		source: quoted(
			[374],
			'Prioritere flere ressourcer i retning af øget samtaleintensitet, så den enkelte borger deltager i flere individuelle samtaler med rådgiver som led i samtaleforløbet – og dermed oplever en mere håndholdt indsats.'
		)
	},
	{
		id: 'contact-strategies',
		heading: 'further',
		name: {
			da: 'Kontakt- og indsatsstrategier for forskellige målgrupper',
			let: 'Planer for, hvordan vi møder forskellige folk',
			en: 'Strategies for meeting different groups'
		},
		source: quoted(
			[375],
			'Udvikle kontakt- og indsatsstrategier, der forholder sig til, hvordan forskellige målgrupper med forskellige behov mødes i samtaleindsatsen. Det vil sige med, hvilken tilgang, typer af samtaler og indsatser samt med hvilke mål.'
		)
	},
	{
		id: 'training',
		heading: 'further',
		name: {
			da: 'Medarbejderne trænes i udviklende kontakt- og indsatsstrategier',
			let: 'De ansatte øver sig i samtaler',
			en: 'Staff are trained in strategies for contact and help'
		},
		source: quoted(
			[376],
			'Introducere og træne medarbejderne i at anvende og arbejde med afsæt i udviklende kontakt- og indsatsstrategier i dagligdagen, hvor jobfokus er styrket og hvor der fra start af forløb er fokus på at forventningsafstemme om, at formålet er at kunne øge timetal i virksomhedsforløb, ordinære løntimer og fleksjob.'
		)
	},
	{
		id: 'other-contacts',
		heading: 'further',
		name: {
			da: 'Flere andre former for kontakt end samtaler',
			let: 'Workshops og små grupper',
			en: 'More forms of contact than conversations'
		},
		source: quoted(
			[377],
			'Øge antallet af andre former for kontakter med borgerne udover de individuelle samtaler. Eksempelvis ved, at rådgiverne parallelt med individuelle samtaler, også afvikler workshops og små gruppeforløb for aktivitetsparate om jobsøgning, CV, jobsøgningsplan mv.'
		)
	},
	{
		id: 'partners-further',
		heading: 'further',
		name: {
			da: 'Virksomheder med partnerskabsaftaler: flere forløb for aktivitetsparate',
			let: 'Flere forløb i firmaer for folk længere fra job',
			en: 'Partner companies: more courses for those further from work'
		},
		source: quoted(
			[378],
			'Virksomheder med partnerskabsaftaler, som er inden for områder med gode beskæftigelsesmuligheder, inviteres ind til dialog og samarbejde om, hvordan der kan etableres flere forløb for aktivitetsparate ude i virksomhederne, herunder forløb med mulige for progression i ordinære løntimer. Den virksomhedsrettede indsats skal i højere grad være bærende for de aktivitetsparate borgere.'
		)
	},
	{
		id: 'advisers-consultants',
		heading: 'further',
		name: {
			da: 'Rådgivere og virksomhedskonsulenter arbejder tættere sammen',
			let: 'Vi arbejder tættere sammen',
			en: 'Advisers and company consultants work more closely together'
		},
		source: quoted(
			[379],
			'Øge samarbejdet og samspillet mellem rådgivere og virksomhedskonsulenter ift. at sætte et tidligt fokus på udplacering i borgernes forløb. Målet er at øge den parallelle indsats ift. de flere sundhedsindsatser, som Forebyggelses- og Seniorudvalget får ansvaret at etablere i 2021 for at forbedre den sundhedsmæssige profil for borgere, som indgår Jobcentrets målgrupper.'
		)
	},
	{
		id: 'exposed-areas',
		heading: 'further',
		name: {
			da: 'Flere job i udsatte boligområder',
			let: 'Flere job i udsatte boligområder',
			en: 'More jobs in exposed housing areas'
		},
		source: quoted(
			[380],
			'Indsatsen for flere job i udsatte boligområder kan indeholde flere småjob og have fokus på borgere langt fra arbejdsmarkedet. Udgangspunktet er, at initialinvesteringerne heri helt eller delvist kan finansieres via reduktion i andre sociale ydelser. Der kan være brug for initialinvesteringer, men ordningen er omkostningsneutral for kommunen.'
		)
	},
	{
		id: 'employer-quota',
		heading: 'further',
		name: {
			da: 'Kommunen som arbejdsgiver: småjob og praktikforløb med løntimer',
			let: 'Småjob og praktik med løn hos kommunen',
			en: 'The municipality as employer: small jobs and placements with paid hours'
		},
		source: quoted(
			[381],
			'Slagelse Kommune som arbejdsgiver beslutter at etablere småjob og virksomhedspraktikforløb med ordinære løntimer til målgruppen af aktivitetsparate kontanthjælpsmodtagere. Det foreslås, at der sættes en kvote for, hvor mange småjob og virksomhedspraktikforløb med ordinære løntimer, der skal etableres i de enkelte afdelinger og institutioner. De forløb, som etableres, skal gerne åbne mulighed for, at borgerne kan udvikle sig over tid og få mulighed for at varetage flere og flere jobfunktioner og opnå ordinære løntimer,'
		),
		isCutOff: true
	}
];
