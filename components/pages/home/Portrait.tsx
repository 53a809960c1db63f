interface Shape {
  d: string;
  fill: string;
  opacity?: number;
}

export interface PortraitProps {
  id: string;
  wall: readonly [string, string];
  room: readonly Shape[];
  skin: string;
  hair: string;
  /** Hair that falls behind the face. */
  behind?: string;
  front: string;
  clothes: string;
}

/** A drawn person in a room, as a camera sees them: out of focus. */
export function Portrait(props: PortraitProps) {
  const { id, room } = props;
  return (
    <svg
      class="person"
      viewBox="225 60 450 600"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <Paints {...props} />
      <path fill={`url(#${id}-wall)`} d="M0 0h900v660H0z" />
      <g filter={`url(#${id}-far)`}>
        {room.map((shape, n) => <path key={n} {...shape} />)}
      </g>
      <g filter={`url(#${id}-near)`}>
        <g transform="translate(97 92) scale(.78)">
          <Bust {...props} />
        </g>
      </g>
    </svg>
  );
}

function Paints({ id, wall, skin }: PortraitProps) {
  return (
    <defs>
      <linearGradient id={`${id}-wall`} x2="1" y2="1">
        <stop stop-color={wall[0]} />
        <stop offset="1" stop-color={wall[1]} />
      </linearGradient>
      <linearGradient id={`${id}-skin`} x2=".9" y2="1">
        <stop stop-color={skin} />
        <stop offset="1" stop-color={skin} stop-opacity=".72" />
      </linearGradient>
      <filter id={`${id}-far`}>
        <feGaussianBlur stdDeviation="14" />
      </filter>
      <filter id={`${id}-near`}>
        <feGaussianBlur stdDeviation="2.2" />
      </filter>
    </defs>
  );
}

function Bust({ id, skin, hair, behind, front, clothes }: PortraitProps) {
  return (
    <>
      <path fill={skin} d="M402 370h98v190h-98z" />
      <path
        fill="#1b1016"
        opacity=".22"
        d="M402 396c26 30 72 30 98 0v34c-20 34-78 34-98 0z"
      />
      <path
        fill={skin}
        opacity=".9"
        d="M392 470c20 10 40 90 60 90s50-80 60-90v120H392z"
      />
      {behind && <path fill={hair} d={behind} />}
      <path
        fill={`url(#${id}-skin)`}
        d="M352 262c0-84 40-128 100-128s100 44 100 128c0 96-48 160-100 160s-100-64-100-160z"
      />
      <path fill={hair} d={front} />
      <path
        fill={clothes}
        d="M150 760c6-200 90-262 206-284 20 52 60 78 98 78s74-26 94-78c116 22 198 84 204 284z"
      />
      <path
        fill="#1b1016"
        opacity=".1"
        d="M454 554c38 0 74-26 94-78 116 22 198 84 204 284H530c0-90-26-170-76-206z"
      />
    </>
  );
}
