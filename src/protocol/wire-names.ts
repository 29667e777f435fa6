/** First words between page and frame, before there is a port. In a file of their own: the frame needs no schemas. */
export const FRAME_HELLO = "lab-sandbox-hello";
export const PAGE_CONNECT = "lab-sandbox-connect";
