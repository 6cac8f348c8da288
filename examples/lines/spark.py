"""The same filter on a Spark cluster where every worker has weixun: spark-submit spark.py POOL.jsonl OUT

RDD.pipe starts the command once a partition, writes the partition's lines to its stdin and takes its stdout's lines.
"""
import sys

from pyspark.sql import SparkSession

spark = SparkSession.builder.appName("weixun").getOrCreate()
lines = spark.sparkContext.textFile(sys.argv[1], minPartitions=64)
lines.pipe("weixun analyze -", checkCode=True).saveAsTextFile(sys.argv[2])
