/** The round that the figure opens with. */
export const FIRST_ROUND = 25;
