import { StaffFrame } from "../../components/admin/staff/StaffFrame.tsx";
import { define } from "../../lib/http/mod.ts";

export default define.layout(function StaffLayout({ Component, state }) {
  return (
    <StaffFrame t={state.t}>
      <Component />
    </StaffFrame>
  );
});
