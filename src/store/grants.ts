import postgres from 'postgres';

/**
 * What a hub may do whose role is not the one that migrates: everything with the roster, whose indexes it takes down
 * and builds, and with the audit only what adds to it. For the owner, who must be a member of the hub's role.
 */
export async function grantToHub(ownerUrl: string, hubUrl: string): Promise<void> {
  const hub = postgres(hubUrl, { max: 1, onnotice: () => undefined });
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const [self] = await hub`SELECT current_user AS role`;
    const [other] = await owner`SELECT current_user AS role, current_database() AS database`;
    if (self?.role === other?.role) return;
    const role = owner(String(self?.role));
    await owner.begin(async (tx) => {
      await tx`GRANT CREATE, TEMPORARY ON DATABASE ${owner(String(other?.database))} TO ${role}`;
      await tx`GRANT USAGE, CREATE ON SCHEMA public, staging TO ${role}`;
      const tables = await tx`SELECT tablename AS name FROM pg_tables
        WHERE schemaname = 'public' AND tablename NOT LIKE 'audit\\_%' AND tableowner = current_user`;
      for (const { name } of tables) await tx`ALTER TABLE ${owner(String(name))} OWNER TO ${role}`;
      await tx`REVOKE ALL ON audit_log, audit_head, audit_subjects, audit_verifications FROM ${role}`;
      await tx`GRANT SELECT, INSERT ON audit_log, audit_verifications TO ${role}`;
      await tx`GRANT SELECT, UPDATE ON audit_head TO ${role}`;
      await tx`GRANT SELECT, INSERT, DELETE ON audit_subjects TO ${role}`;
      await tx`GRANT USAGE ON SEQUENCE audit_verifications_id_seq TO ${role}`;
      await tx`GRANT EXECUTE ON FUNCTION audit_partition(date) TO ${role}`;
    });
  } finally {
    await Promise.all([hub.end({ timeout: 5 }), owner.end({ timeout: 5 })]);
  }
}
