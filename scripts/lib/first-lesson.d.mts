/** The slug of the lesson that the page opens with. */
export function firstLesson(): string;
