import { useId } from "react";

type HalfBox = { half: "nnx" | "linen"; name: string; kind: string };

type TwoHalvesProps = {
  /** The half that sees the input, and the half that gives the prediction. */
  first: HalfBox;
  second: HalfBox;
  caption: string;
};

/** The model as a row of two boxes, and the one backward pass that returns a gradient to each. */
export function TwoHalves({ first, second, caption }: TwoHalvesProps) {
  const id = useId();
  return (
    <figure className="two-halves">
      <svg viewBox="0 0 400 160" role="img" aria-labelledby={`${id}title`}>
        <title id={`${id}title`}>
          {`The input x passes through ${first.name} (${first.kind}) and ${second.name} ` +
            `(${second.kind}) to the loss. From the loss, one gradient goes back to each of the two.`}
        </title>
        <Defs id={id} />
        <text className="figure-label" x="10" y="58">
          x
        </text>
        <path className="figure-line" d="M22 54H42" markerEnd={`url(#${id}tip)`} />
        <Box id={id} box={first} x={46} />
        <path className="figure-line" d="M150 54H204" markerEnd={`url(#${id}tip)`} />
        <text className="figure-note" x="177" y="46">
          h, relu
        </text>
        <Box id={id} box={second} x={208} />
        <path className="figure-line" d="M312 54H342" markerEnd={`url(#${id}tip)`} />
        <text className="figure-label" x="364" y="58">
          loss
        </text>
        <Back id={id} half={first.half} d="M372 66V136H98V84" />
        <Back id={id} half={second.half} d="M358 66V110H260V84" />
        <text className="figure-note" x="178" y="129">
          gradient for {first.name}
        </text>
        <text className="figure-note" x="309" y="103">
          for {second.name}
        </text>
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

function Box({ id, box, x }: { id: string; box: HalfBox; x: number }) {
  const middle = x + 52;
  return (
    <g className={`figure-${box.half}`}>
      <rect className="figure-fill" x={x} y="30" width="104" height="48" rx="8" />
      {box.half === "linen" && (
        <rect fill={`url(#${id}hatch)`} x={x} y="30" width="104" height="48" rx="8" />
      )}
      <rect className="figure-edge" x={x} y="30" width="104" height="48" rx="8" />
      {box.half === "linen" && (
        // The hatch is kept away from the words.
        <rect className="figure-clear" x={x + 12} y="35" width="80" height="38" rx="4" />
      )}
      <text className="figure-name" x={middle} y="51">
        {box.name}
      </text>
      <text className="figure-kind" x={middle} y="67">
        {box.kind}
      </text>
    </g>
  );
}

function Back({ id, half, d }: { id: string; half: HalfBox["half"]; d: string }) {
  return (
    <g className={`figure-${half}`}>
      <path className="figure-back" d={d} markerEnd={`url(#${id}${half})`} />
    </g>
  );
}

function Defs({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}hatch`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line className="figure-hatch" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
      <Tip id={`${id}tip`} className="figure-tip" />
      <Tip id={`${id}nnx`} className="figure-tip figure-tip-nnx" />
      <Tip id={`${id}linen`} className="figure-tip figure-tip-linen" />
    </defs>
  );
}

function Tip({ id, className }: { id: string; className: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX="7"
      refY="4"
      markerWidth="7"
      markerHeight="7"
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path className={className} d="M0 .5 8 4 0 7.5z" />
    </marker>
  );
}
