#!/bin/sh
# sbatch slurm.sh issues archive [further options]; then:  paiban archive --merge -o archive
# Change the array to as many parts as you like: the shards follow it.
#SBATCH --job-name=paiban-archive
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=1G
#SBATCH --requeue
#SBATCH --open-mode=append
set -u
input=$1 output=$2
shift 2
# exec: a signal of Slurm's reaches the run, which ends within two seconds and leaves nothing half done.
exec paiban archive "$input" -o "$output" --resume --jobs "${SLURM_CPUS_PER_TASK:-2}" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" "$@"
