/**
 * What the five plans print, typed by hand from their texts and not from the content: the content is held against it, value by
 * value. `line` is the text's own; `says` is a piece of what stands there.
 */
export type Seed = {
	line: number;
	says: string;
	/** As printed: `40 %`, `ca. 30 uger`, `79`; none where the plan prints none. */
	baseline?: string;
	/** The whole country's value printed beside it. */
	national?: string;
	/** Every value to reach, as printed and in order; `done`, `direction`, `follow`, `over` and `under` the national average. */
	goals: string[];
	/** A period, `by` a day, or nothing where the plan prints no time; one for all, or one for each. */
	when?: string | (string | undefined)[];
	/** Which way is better, for each figure of its own. */
	better?: string;
};

/** Chapter 9. */
export const VEJEN: Seed[] = [
	{
		line: 190,
		says: 'en høj besættelsesgrad',
		baseline: '2023-Q2 40 %',
		national: '34 %',
		goals: ['45 %', 'over'],
		better: 'higher'
	},
	{
		line: 191,
		says: 'påbegyndt et opkvalificeringsforløb',
		baseline: '2023-Q2 79',
		goals: ['90'],
		when: '2024-Q2',
		better: 'higher'
	},
	{
		line: 192,
		says: 'kortere gennemsnitlig varighed for sygedagpengesager',
		baseline: '2023-08 ca. 30 weeks',
		goals: ['ca. 28 weeks'],
		when: '2024',
		better: 'lower'
	},
	{
		line: 192,
		says: 'delvis raskmelding',
		baseline: '2023-Q1 14.5 %',
		national: '12.6 %',
		goals: ['16 %', 'over'],
		when: ['2024-Q2', undefined],
		better: 'higher'
	},
	{
		line: 193,
		says: 'efter 3 måneder fortsat er i job',
		baseline: '2022-Q2 39.8 %',
		national: '33.2 %',
		goals: ['45 %', 'over'],
		better: 'higher'
	},
	{
		line: 195,
		says: 'ordinære løntimer',
		baseline: '2023-Q1 12.7 %',
		national: '11.3 %',
		goals: ['15 %', 'over'],
		better: 'higher'
	},
	{
		line: 196,
		says: 'enten praktik eller løntilskud',
		baseline: '2023-Q1 14',
		goals: ['18'],
		better: 'higher'
	},
	{
		line: 196,
		says: 'kortest mulig tid på ledighedsydelse',
		baseline: '2023-Q1 18.1 weeks',
		national: '41.1 weeks',
		goals: ['15 weeks', 'under'],
		better: 'lower'
	},
	{
		line: 197,
		says: 'arbejdspladsdansk',
		baseline: '2023-08 3',
		goals: ['10'],
		when: '2024',
		better: 'higher'
	},
	{
		line: 197,
		says: 'flygtninge og familiesammenførte i beskæftigelse',
		baseline: '2023-05 57 %',
		national: '53.3 %',
		goals: ['58 %', 'over'],
		better: 'higher'
	},
	{
		line: 198,
		says: 'tilfredse med samtalerne i jobcentret',
		baseline: '2023 75 % of unknown',
		goals: ['80 %'],
		better: 'higher'
	}
];

const Q1_16 = 'by 2016-03-31';
const Q2_16 = 'by 2016-06-30';
const Q3_16 = 'by 2016-09-30';

/** Eight lists: 6 + 7 + 6 + 4 + 6 + 5 + 3 + 6. No baseline is printed. */
export const SOENDERBORG: Seed[][] = [
	[
		{
			line: 92,
			says: 'handleplan for virksomhedssamarbejdet',
			goals: ['done'],
			when: 'by 2015-12-31'
		},
		{ line: 93, says: 'indsatskataloget', goals: ['done'], when: Q1_16 },
		{ line: 94, says: '80 % af den aktive indsats', goals: ['80 %'], better: 'higher' },
		{ line: 95, says: 'handleplaner for alle driftsområder', goals: ['done'], when: Q2_16 },
		{
			line: 96,
			says: 'virksomhedscentre med ti nye virksomheder',
			goals: ['10'],
			when: 'by 2018-12-31',
			better: 'higher'
		},
		{ line: 97, says: 'ungecenter', goals: ['done'], when: '2016' }
	],
	[
		{
			line: 101,
			says: 'A-dagpenge med varighed på over 12 måneder',
			goals: ['30 % in all'],
			when: 'by 2018-12-31',
			better: 'lower'
		},
		{
			line: 102,
			says: '100 nye virksomheder',
			goals: ['100'],
			when: 'by 2016-12-31',
			better: 'higher'
		},
		{
			line: 103,
			says: '20 nye jobrotationspladser',
			goals: ['20'],
			when: '2016 2017',
			better: 'higher'
		},
		{
			line: 104,
			says: '25 nye voksenlærlingeforløb',
			goals: ['25'],
			when: '2016 2017',
			better: 'higher'
		},
		{ line: 105, says: 'personlig fremtoning', goals: ['done'], when: Q3_16 },
		{ line: 106, says: 'konkret uddannelsessamarbejde', goals: ['done'], when: Q3_16 },
		{
			line: 107,
			says: '25 opkvalificeringsjob',
			goals: ['25'],
			when: 'by 2016-12-31',
			better: 'higher'
		}
	],
	[
		{
			line: 111,
			says: 'uddannelseshjælp med mere end 12 måneders',
			goals: ['30 % in all'],
			when: 'by 2018-12-31',
			better: 'lower'
		},
		{ line: 112, says: 'alle relevante interne aktører', goals: ['done'], when: Q2_16 },
		{
			line: 113,
			says: 'de fem største uddannelsesinstitutioner',
			goals: ['5'],
			when: Q2_16,
			better: 'higher'
		},
		{
			line: 114,
			says: '20 virksomheder om anvendelse af erhvervsmentorer',
			goals: ['20'],
			when: 'by 2017-12-31',
			better: 'higher'
		},
		{
			line: 115,
			says: 'yderligere 20 elevpraktikpladser',
			goals: ['20'],
			when: Q3_16,
			better: 'higher'
		},
		{
			line: 116,
			says: 'mindst tre indsatspakker',
			goals: ['mindst 3'],
			when: Q1_16,
			better: 'higher'
		}
	],
	[
		{
			line: 120,
			says: 'reduceres med i alt 30 pct.',
			goals: ['30 % in all'],
			when: 'by 2018-12-31',
			better: 'lower'
		},
		{
			line: 121,
			says: 'øges med en procent i hvert af årene',
			goals: ['1 % each year'],
			when: '2016 2017 2018',
			better: 'higher'
		},
		{ line: 122, says: 'formelle samarbejdsaftaler', goals: ['done'], when: Q2_16 },
		{
			line: 123,
			says: 'yderligere 50 praktikaftaler',
			goals: ['50'],
			when: Q2_16,
			better: 'higher'
		}
	],
	[
		{
			line: 127,
			says: 'reduceres med 2 % i hvert af årene',
			goals: ['2 % each year'],
			when: '2016 2017 2018',
			better: 'lower'
		},
		{ line: 128, says: 'Indenrigsministeriets nøgletal', goals: ['follow'], better: 'neither' },
		{ line: 129, says: 'fagforeninger', goals: ['done'], when: Q2_16 },
		{
			line: 130,
			says: 'andelen af delvis raskmeldte være øget',
			goals: ['direction'],
			when: Q2_16,
			better: 'higher'
		},
		{
			line: 131,
			says: 'yderligere 50 praktikpladser',
			goals: ['50'],
			when: Q3_16,
			better: 'higher'
		},
		{ line: 132, says: 'kompetent og hurtig sagsbehandling', goals: ['direction'] }
	],
	[
		{
			line: 136,
			says: 'øges med 30 pct.',
			goals: ['30 % in all'],
			when: 'by 2018-12-31',
			better: 'higher'
		},
		{
			line: 137,
			says: 'et screeningsforløb samt tre indsatspakker',
			goals: ['3', 'done'],
			when: 'by 2015-12-31',
			better: 'higher'
		},
		{ line: 138, says: 'Jobcentret og Kompetencecentret', goals: ['done'], when: Q1_16 },
		{ line: 142, says: 'arbejdsgangsbeskrivelse', goals: ['done'], when: Q1_16 },
		{ line: 143, says: 'tværgående enhed', goals: ['done'], when: Q3_16 }
	],
	[
		{
			line: 147,
			says: 'ledighedsydelse med varighed på over 12 måneder',
			goals: ['30 % in all'],
			when: 'by 2018-12-31',
			better: 'lower'
		},
		{ line: 148, says: 'samarbejdsaftale med relevante aktører', goals: ['done'], when: Q3_16 },
		{
			line: 149,
			says: '25 nye fleksjob og 25 nye praktikpladser',
			goals: ['25', '25'],
			when: Q2_16,
			better: 'higher higher'
		}
	],
	[
		{ line: 153, says: 'skal deltage i danskundervisning', goals: ['direction'] },
		{ line: 154, says: '80 % af borgere', goals: ['80 %'], better: 'higher' },
		{
			line: 155,
			says: 'skal bestå den danskuddannelse',
			goals: ['25 %', '50 %'],
			when: [undefined, 'by 2018-12-31'],
			better: 'higher'
		},
		{
			line: 156,
			says: 'yderligere 20 % efter 2 års ophold og endnu 20 %',
			goals: ['20 %', '20 %', '20 %'],
			better: 'higher higher higher'
		},
		{ line: 157, says: 'frivillige', goals: ['done'], when: Q3_16 },
		{ line: 158, says: 'offentlige og private virksomheder', goals: ['done'], when: Q2_16 }
	]
];

/** Starred initiatives of the four main groups: 7 + 6 + 9 + 8. */
export const SLAGELSE: {
	line: number;
	says: string;
	by?: string;
	goals?: string[];
	again?: number;
	isCutOff?: true;
}[][] = [
	[
		{ line: 154, says: 'Indlede større samarbejde om "Én indgang til Slagelse Kommune"' },
		{ line: 155, says: 'Indlede et mere strategisk samarbejde' },
		{ line: 156, says: 'Virksomheder med partnerskabsaftaler' },
		{ line: 157, says: 'Opsøge og indgå samarbejde med flere virksomheder' },
		{ line: 158, says: 'Politisk forpligtige Slagelse Kommune som arbejdsgiver' },
		{ line: 159, says: 'Igangsætte flere forebyggende indsatser' },
		{ line: 160, says: 'Øge samspillet mellem konsulenter' }
	],
	[
		{ line: 222, says: 'Midlertidig tilførelse af ekstra ressourcer' },
		{ line: 223, says: 'Tilrettelægge en differentieret indsats målrettet 3 hovedgrupper' },
		{
			line: 225,
			says: 'Sætte fokus på at øge antallet af borgere, som selv finder virksomhedspraktik'
		},
		{ line: 226, says: 'Planlagt tilførelse af ekstra ressourcer til sygemeldte' },
		{ line: 227, says: 'Etablere forsøg med nye kontaktformer' },
		{ line: 228, says: 'Igangsætte flere forebyggende indsatser', again: 159 }
	],
	[
		{ line: 291, says: 'fuldt funktionsdygtig ungeenhed senest 1. februar 2021', by: '2021-02-01' },
		{ line: 292, says: 'Etablere en mere differentieret indsats' },
		{
			line: 293,
			says: '20 EGU-lærigepladser i Slagelse Kommune med et mål om 10 i private og 10 i offentlige',
			goals: ['20', '10', '10']
		},
		{ line: 294, says: 'de skoletrætte 15-17-årige' },
		{ line: 295, says: 'Styrke job- og uddannelsesfokus' },
		{ line: 296, says: 'tættere kontakt over til de unge i FGU' },
		{ line: 297, says: 'varsling ift. frafaldstruede unge' },
		{ line: 298, says: 'forløb for unge ude i virksomhederne' },
		{ line: 302, says: 'øge antallet af unge, som selv finder virksomhedspraktik' }
	],
	[
		{ line: 374, says: 'Prioritere flere ressourcer i retning af øget samtaleintensitet' },
		{ line: 375, says: 'Udvikle kontakt- og indsatsstrategier' },
		{ line: 376, says: 'Introducere og træne medarbejderne' },
		{ line: 377, says: 'Øge antallet af andre former for kontakter' },
		{ line: 378, says: 'flere forløb for aktivitetsparate ude i virksomhederne' },
		{ line: 379, says: 'Øge samarbejdet og samspillet mellem rådgivere' },
		{ line: 380, says: 'flere job i udsatte boligområder' },
		{ line: 381, says: 'opnå ordinære løntimer,', isCutOff: true }
	]
];

/** The national and local goals of Slagelse's main groups, in the table of lines 73–77: no figure is printed. */
export const SLAGELSE_GOALS: Seed[] = [
	{ line: 73, says: 'nødvendige og kvalificerede arbejdskraft', goals: ['direction'] },
	{
		line: 74,
		says: 'Bruttoledighed og langtidsledighed skal nedbringes',
		goals: ['direction', 'direction'],
		better: 'lower lower'
	},
	{ line: 74, says: 'Flere ledige skal opkvalificeres', goals: ['direction'], better: 'higher' },
	{
		line: 74,
		says: 'Flere flygtninge og familiesammenførte',
		goals: ['direction'],
		better: 'higher'
	},
	{
		line: 75,
		says: 'Flere unge uden uddannelse skal i uddannelse',
		goals: ['direction'],
		better: 'higher'
	},
	{ line: 75, says: 'Færre unge', goals: ['direction'], better: 'lower' },
	{ line: 75, says: 'skal være over landsgennemsnittet', goals: ['over'], better: 'higher' },
	{
		line: 293,
		says: '10 i private og 10 i offentlige',
		goals: ['20', '10', '10'],
		better: 'higher higher higher'
	},
	{
		line: 76,
		says: 'Flere flygtninge og familiesammenførte',
		goals: ['direction'],
		better: 'higher'
	},
	{ line: 76, says: 'et stort handicap', goals: ['direction'], better: 'higher' },
	{
		line: 76,
		says: 'Flere udsatte skal sikres en indsats',
		goals: ['direction'],
		better: 'higher'
	},
	{ line: 77, says: 'værdig sagsbehandling', goals: ['direction'], better: 'higher' },
	{
		line: 77,
		says: 'i stedet for at være på offentlig forsørgelse',
		goals: ['direction'],
		better: 'lower'
	}
];

/** Five of the minister's and four local: none prints a figure. */
export const GLOSTRUP: Seed[] = [
	{
		line: 110,
		says: 'Alle ledige skal have en værdig sagsbehandling',
		goals: ['direction', 'direction'],
		better: 'higher higher'
	},
	{ line: 119, says: 'Flere ledige skal opkvalificeres', goals: ['direction'], better: 'higher' },
	{
		line: 127,
		says: 'Flere flygtninge og familiesammenførte skal være selvforsørgende',
		goals: ['direction'],
		better: 'higher'
	},
	{
		line: 133,
		says: 'Flere personer med handicap skal i beskæftigelse',
		goals: ['direction'],
		better: 'lower'
	},
	{
		line: 141,
		says: 'Virksomheder skal have den nødvendige og kvalificerede arbejdskraft',
		goals: ['direction'],
		better: 'higher'
	},
	{
		line: 151,
		says: 'Flere skal i job eller uddannelse',
		goals: ['direction', 'direction'],
		better: 'lower lower'
	},
	{ line: 159, says: 'Erhvervsindsatsen skal styrkes', goals: ['direction'] },
	{ line: 165, says: 'Koordineret indsats', goals: ['direction'] },
	{ line: 173, says: 'Effektiv og venlig borgerkontakt', goals: ['direction'], better: 'higher' }
];

/** The annex with the figures is not in the text. */
export const STEVNS: Seed[] = [
	{
		line: 122,
		says: 'Alle ledige skal have en værdig sagsbehandling',
		goals: Array<string>(4).fill('direction'),
		better: 'higher higher higher higher'
	},
	{
		line: 153,
		says: 'Vi vil arbejde på: At flere ledige skal opkvalificeres',
		goals: ['direction'],
		better: 'higher'
	},
	{
		line: 163,
		says: 'Vi vil måles på: At flere flygtninge og familiesammenførte',
		goals: ['direction'],
		better: 'higher'
	},
	{
		line: 167,
		says: 'Vi vil måles på: At Flere personer med handicap',
		goals: ['direction'],
		better: 'higher'
	},
	{
		line: 171,
		says: 'Vi vil måles på: Virksomhederne skal sikres',
		goals: ['direction', 'direction'],
		better: 'higher higher'
	}
];
