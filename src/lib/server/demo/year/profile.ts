/** How a demo municipality asks, and how pleased its citizens are. Numbers are averages a month. */
export type Profile = {
	/** Codes sent, and the share of them that is used. */
	codes: number;
	codeRate: number;
	/** Tablets handed over by caseworkers. */
	tablets: number;
	/** Paper forms handed out, in the months of the demo (0 is the first) that have any. */
	paper: number;
	paperMonths: number[];
	posters: number;
	/** Where the key item's middle lies above "neither", in standard deviations: 0.84 is four of five pleased. */
	pleased: number;
	/** A month with so few answers that it is counted into the next. */
	quietMonth?: number;
};

const EVERY_MONTH = Array.from({ length: 13 }, (_, month) => month);

const PROFILES: { [municipality: string]: Profile } = {
	// The plan itself: "godt 3000" are sent a year and "knap 1000" answer.
	stevns: {
		codes: 252,
		codeRate: 0.3,
		tablets: 12,
		paper: 0,
		paperMonths: [],
		posters: 14,
		pleased: 0.8
	},
	// The plan itself: a paper form handed out after the talk, twice a year.
	vejen: {
		codes: 0,
		codeRate: 0,
		tablets: 46,
		paper: 110,
		paperMonths: [1, 2, 7, 8],
		posters: 6,
		pleased: 0.87,
		quietMonth: 4
	},
	glostrup: {
		codes: 45,
		codeRate: 0.34,
		tablets: 38,
		paper: 0,
		paperMonths: [],
		posters: 9,
		pleased: 0.6,
		quietMonth: 8
	},
	soenderborg: {
		codes: 210,
		codeRate: 0.32,
		tablets: 70,
		paper: 12,
		paperMonths: EVERY_MONTH,
		posters: 22,
		pleased: 0.95
	},
	slagelse: {
		codes: 130,
		codeRate: 0.28,
		tablets: 52,
		paper: 0,
		paperMonths: [],
		posters: 12,
		pleased: 0.5,
		quietMonth: 9
	}
};

export const profileOf = (municipality: string): Profile =>
	PROFILES[municipality] ?? {
		codes: 60,
		codeRate: 0.3,
		tablets: 30,
		paper: 20,
		paperMonths: [1, 2],
		posters: 8,
		pleased: 0.7,
		quietMonth: 4
	};
