import { publishJaxJs } from "./jaxjs";

publishJaxJs(true);
