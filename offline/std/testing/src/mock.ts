export {
  assertSpyCall,
  assertSpyCallArg,
  assertSpyCallArgs,
  assertSpyCalls,
  type ExpectedSpyCall,
} from "./mock_asserts.ts";
export {
  resolvesNext,
  returnsArg,
  returnsArgs,
  returnsNext,
  returnsThis,
} from "./mock_returns.ts";
export { mockSession, mockSessionAsync, restore } from "./mock_sessions.ts";
export {
  MockError,
  type Spy,
  spy,
  type SpyCall,
  type Stub,
  stub,
} from "./spy.ts";
