// @ts-types="@types/nodemailer/lib/smtp-connection"
import SMTPConnection from "nodemailer/lib/smtp-connection";

/**
 * Asks a mail server whether it offers SMTPUTF8 (RFC 6531), without which no
 * mail reaches an address with other letters than ASCII before the @. Rejects
 * if it cannot be reached.
 */
export async function offersSmtpUtf8(
  options: SMTPConnection.Options,
): Promise<boolean> {
  const connection = new SMTPConnection(options);
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on("error", reject);
      connection.connect((error) => error ? reject(error) : resolve());
    });
    // The library keeps what the server offered, and has no name for it.
    const offered: unknown = Reflect.get(connection, "_supportedExtensions");
    return Array.isArray(offered) && offered.includes("SMTPUTF8");
  } finally {
    connection.close();
  }
}
