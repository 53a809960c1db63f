import type { Provider } from "../store/mod.ts";

/** Somebody outside of Millo who handles data for it, and on what footing. */
export interface ProviderEntry {
  /** Who it is. */
  who: string;
  /** What they do. */
  why: string;
  /** Where the data is while they handle it. */
  where: string;
  contract: string;
}

/**
 * The register of providers, one entry for each that a declaration of data may
 * name: a new member of the list does not compile without one. A deployment
 * that uses somebody else says so here, with a new version of the policy.
 */
export const PROVIDER_REGISTER: Readonly<Record<Provider, ProviderEntry>> = {
  hosting: {
    who: "Millo itself",
    why: "To run the servers that answer you and keep the records",
    where: "On the machines that Millo runs on",
    contract: "None needed: nobody else has access",
  },
  media: {
    who: "Millo itself",
    why: "To carry picture, sound and text of a call from one to the other",
    where: "On a LiveKit server that Millo runs",
    contract: "None needed: nobody else has access",
  },
  mail: {
    who:
      "The mail server that Millo was set up with, and your own mail provider",
    why: "To deliver mail to an address that you gave",
    where: "Where these two run their servers",
    contract: "Processing on behalf of Millo (Article 28 GDPR)",
  },
  age: {
    who: "The age check that Millo was set up with, where the law asks for one",
    why: "To tell yes or no, without telling who you are",
    where: "Where the check runs its servers; you go there by yourself",
    contract: "Processing on behalf of Millo (Article 28 GDPR)",
  },
};
