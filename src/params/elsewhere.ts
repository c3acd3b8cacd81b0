/** An address that no page has, below the pages of everybody: staff's and the machines' have their own ways to say so. */
export const match = (rest: string): boolean => !/^(intern|api)(\/|$)/.test(rest);
