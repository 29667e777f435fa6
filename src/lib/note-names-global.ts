/** The worker's global that a program with notes calls where one of its functions begins. */
export const NOTE_NAMES = "$noteNames";
