import { publishFacade } from "./facade";

publishFacade(true);
