/** Measures without a second computation, each with the reason why SQL cannot give it. One that is added to the measures is proved, or named here. */
export const NOT_YET_PROVED: Readonly<Record<string, string>> = {};
