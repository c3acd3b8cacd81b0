/** 5 is the most agreeing or satisfied answer, as METHOD §1; the order on the screen is from 5 to 1. */
export const POINTS = [5, 4, 3, 2, 1] as const;
/** Answers that are no point on the scale: they stand apart and are shown as counts. */
export const APART = ['na', 'unclear'] as const;
