import { publishJaxJs } from "./jaxjs";

publishJaxJs(false);
