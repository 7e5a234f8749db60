-- Uploads are packed already: PostgreSQL need not try again, and parts of a chunk can be read without unpacking it.
ALTER TABLE "file_chunks" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
