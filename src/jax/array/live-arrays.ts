import { seededRandom } from "../../lib/seeded-random";
import { checkLive, MAX_LIVE_SIZE } from "./limits";

/** What an array holds, and nothing else does: it is gone once the array was collected. */
export type Token = object;

/**
 * A token with a weak reference to it. Looking through a reference keeps what it finds until the running task
 * is over, and so does making one. Tokens are therefore made in an earlier task, and looked for once.
 */
interface Ticket {
  token: Token | null;
  readonly ref: WeakRef<Token>;
}

/** An array, or one that stands for others like it. */
interface Entry {
  readonly ref: WeakRef<Token>;
  readonly storage: number;
  /** Elements that it stands for. */
  readonly elements: number;
  readonly isSample: boolean;
}

const TICKETS = 2 ** 13;
/** Elements stored before the first count, and at most between two counts. */
const FIRST_WAIT = MAX_LIVE_SIZE + 2 ** 22;
const LONGEST_WAIT = 2 ** 28;
/** Elements that weigh as much as an array without any. */
const OVERHEAD = 64;
/** Arrays that store less than this share of a wait are counted by samples. */
const SAMPLES = 512;
/** By chance an estimate is so many standard deviations too large once in three million counts. */
const DEVIATIONS = 5;
/** As many looks may pass without a collection before a count begins again. */
const SENTINELS = 32;
/** Looks for a collection during one wait; before each the collector is given a reason. */
const LOOKS = 8;
const REASON_BYTES = 2 ** 27;

const tickets: Ticket[] = [];
const random = seededRandom(1);

const entries: Entry[] = [];
let wait = FIRST_WAIT;
let made = 0;
let nextLook = FIRST_WAIT;
/** Let go of all at one time, to be looked for one by one: the next is gone once there was a collection. */
let sentinels: WeakRef<Token>[] = [];
/** The entries that this count is about, and the collections that have come after them. */
let counted = 0;
let collections = 0;

/** Begins to count what programs keep: {@link trackLive} does nothing before. */
export function countLiveArrays(): void {
  while (tickets.length < TICKETS) {
    const token = {};
    tickets.push({ token, ref: new WeakRef(token) });
  }
  startCount(FIRST_WAIT);
}

/**
 * Takes a new array of `size` elements into account, which stores as many or, where they repeat, fewer. Raises
 * if the arrays that are reachable hold more than is allowed. No finalizer runs inside a synchronous loop, so
 * that is told from tokens: after two collections those of dropped arrays are gone. An array that stores much
 * has a token of its own, of the others a sample has.
 */
export function trackLive(size: number, stored: number, storage: number): Token | null {
  if (tickets.length === 0) return null;
  const weight = stored + OVERHEAD;
  made += weight;
  if (made >= nextLook) look();
  const share = (weight * SAMPLES) / wait;
  const isSample = share < 1;
  if (isSample && random.uniform() >= share) return null;
  const ticket = tickets.pop();
  if (ticket === undefined) return null;
  const elements = isSample ? size / share : size;
  entries.push({ ref: ticket.ref, storage, elements, isSample });
  return ticket.token;
}

function startCount(nextWait: number): void {
  wait = nextWait;
  made = 0;
  nextLook = wait;
  sentinels = [];
  collections = 0;
}

function look(): void {
  nextLook = made + wait / LOOKS;
  const sentinel = sentinels.pop();
  if (sentinel === undefined) {
    counted = entries.length;
    collections = 0;
    letGo();
  } else if (sentinel.deref() === undefined) {
    collections += 1;
    letGo();
  }
  // The first collection may have begun before an array was dropped; the second one began after that.
  if (collections === 2) count();
  else giveReason();
}

function letGo(): void {
  sentinels = tickets.splice(-SENTINELS).map(({ ref }) => ref);
}

/** Memory outside the heap makes engines collect; nobody writes to it, so none is taken. */
function giveReason(): void {
  try {
    new ArrayBuffer(REASON_BYTES);
  } catch {
    // Where there is not that much, the engine has collected before it refused.
  }
}

function count(): void {
  const whole = new Map<number, number>();
  let estimate = 0;
  let variance = 0;
  for (const { ref, storage, elements, isSample } of entries.splice(0, counted)) {
    if (ref.deref() === undefined) continue;
    if (isSample) {
      estimate += elements;
      variance += elements ** 2;
    } else whole.set(storage, Math.max(elements, whole.get(storage) ?? 0));
  }
  const least = Math.max(0, estimate - DEVIATIONS * Math.sqrt(variance));
  const live = [...whole.values()].reduce((sum, elements) => sum + elements, least);
  startCount(live > MAX_LIVE_SIZE ? FIRST_WAIT : Math.min(2 * wait, LONGEST_WAIT));
  checkLive(Math.round(live));
}
