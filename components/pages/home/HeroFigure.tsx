import { Portrait, type PortraitProps } from "./Portrait.tsx";

const START = "M196 20A176 176 0 0 0 196 372V258A62 62 0 0 1 196 134Z";
const END = "M204 20A176 176 0 0 1 204 372V258A62 62 0 0 0 204 134Z";

const YOU: PortraitProps = {
  id: "you",
  wall: ["#a39a90", "#6b5f63"],
  room: [
    { fill: "#d8d0c4", opacity: .75, d: "M640 40h180v250H640z" },
    {
      fill: "#575058",
      d: "M40 120h170v22H40zM40 250h170v22H40zM60 60h24v60H60zM96 74h18v46H96zM124 52h30v68h-30z",
    },
  ],
  skin: "#8a786f",
  hair: "#2f282c",
  behind:
    "M330 420c-34-40-24-120-10-176 18-80 66-124 132-124s116 46 130 126c10 60 20 132-12 174-10-60-20-110-30-160-60-6-110-26-140-60-14 60-50 70-54 110-4 40-6 80-16 110z",
  front:
    "M350 270c4-90 50-136 104-136 58 0 96 44 100 130-50-4-120-24-148-72-14 40-44 56-56 78z",
  clothes: "#77706f",
};

const THEM: PortraitProps = {
  id: "them",
  wall: ["#6c707c", "#464753"],
  room: [
    { fill: "#b9b7b5", opacity: .75, d: "M70 50h190v300H70z" },
    {
      fill: "#3d3d45",
      d: "M650 150h220v24H650zM690 84h26v66h-26zM726 70h20v80h-20zM760 92h60v58h-60zM650 330h220v24H650z",
    },
  ],
  skin: "#b5a59b",
  hair: "#6a5f5a",
  front:
    "M352 240c-6-76 40-122 100-122s106 44 98 122c-10-30-30-56-54-60-40-8-80-6-104 6-22 10-34 30-40 54z",
  clothes: "#8d8886",
};

/** The mark of Millo, each half with a person out of focus. */
export function HeroFigure({ label }: { label: string }) {
  return (
    <svg viewBox="0 0 400 416" role="img" aria-label={label}>
      <defs>
        <clipPath id="start">
          <path d={START} />
        </clipPath>
        <clipPath id="end">
          <path d={END} />
        </clipPath>
        <filter id="soft">
          <feGaussianBlur stdDeviation="4" />
        </filter>
      </defs>
      <g transform="translate(0 26)" clip-path="url(#start)">
        <g filter="url(#soft)">
          <svg x="-94" y="-42" width="390" height="520">
            <Portrait {...YOU} />
          </svg>
        </g>
      </g>
      <g transform="translate(0 -4)">
        <path class="them" d={END} />
        <g clip-path="url(#end)">
          <g filter="url(#soft)" class="blend" opacity=".55">
            <svg x="106" y="-42" width="390" height="520">
              <Portrait {...THEM} />
            </svg>
          </g>
        </g>
      </g>
    </svg>
  );
}
