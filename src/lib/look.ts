/** How a thing is drawn: in the colour and pattern of a lesson's first half, of its second, or plain. */
export type Look = "first" | "second" | "plain";
