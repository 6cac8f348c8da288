"""Stands in for pyspark where there is no cluster: as much of SparkSession and RDD as examples/lines/spark.py uses.

A partition's lines go to the command's standard input, its output lines are the new partition, the command is split as a
shell would split it but run without a shell, and with checkCode an exit other than 0 is an error: as Spark documents RDD.pipe.
"""
import os
import shlex
import subprocess


class RDD:
    def __init__(self, partitions):
        self.partitions = partitions

    def pipe(self, command, env=None, checkCode=False):
        def run(lines):
            done = subprocess.run(
                shlex.split(command),
                input="".join(line + "\n" for line in lines),
                capture_output=True,
                encoding="utf-8",
                env={**os.environ, **(env or {})},
            )
            if checkCode and done.returncode != 0:
                raise RuntimeError(f"Pipe function `{command}' exited with error code {done.returncode}")
            return [line for line in done.stdout.split("\n") if line]

        return RDD([run(lines) for lines in self.partitions])

    def saveAsTextFile(self, path):
        os.makedirs(path)  # an existing folder is an error, as in Spark
        for i, lines in enumerate(self.partitions):
            with open(os.path.join(path, f"part-{i:05d}"), "w", encoding="utf-8") as file:
                file.writelines(line + "\n" for line in lines)
        open(os.path.join(path, "_SUCCESS"), "w").close()


class SparkContext:
    def textFile(self, path, minPartitions=2):
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        lines = lines[:-1] if lines[-1] == "" else lines
        size = -(-len(lines) // minPartitions) or 1
        # A cluster has partitions without a line too, where there are fewer lines than partitions.
        return RDD([lines[i * size : (i + 1) * size] for i in range(minPartitions)])


class Builder:
    def appName(self, name):
        return self

    def getOrCreate(self):
        return SparkSession()


class SparkSession:
    builder = Builder()
    sparkContext = SparkContext()
