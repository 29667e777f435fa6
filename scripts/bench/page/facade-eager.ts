import { publishFacade } from "./facade";

publishFacade(false);
